export * from './roles.ts'
export * from './permissions.ts'
export type * from './context.ts'
export { at, refusalCodes, refuse, refused, type RefusalCode } from './refusals/refuse.ts'

export type * from './study/commands.ts'
export type * from './study/events.ts'
export type * from './study/types.ts'
export { evolveStudy, initialStudy, type SiteApproval, type StudyState } from './study/state.ts'
export { inventedApprovals, missingApprovals, versionAt } from './study/approvals.ts'
export { decideStudy, type StudyDecision } from './study/decide.ts'
export { overview, sitesView } from './study/view.ts'

export type * from './laboratory/events.ts'
export type * from './laboratory/types.ts'
export { dateFormats } from './laboratory/types.ts'
export { acceptRefusals, type ImportPlan, planImport } from './laboratory/planImport.ts'
export { headingFor, resultColumns } from './laboratory/columns.ts'
export { mostBytes, mostRows } from './laboratory/decode.ts'
export { readFile } from './laboratory/readFile.ts'
export { takenBefore } from './laboratory/taken.ts'

export type * from './delegation/commands.ts'
export type * from './delegation/events.ts'
export type * from './delegation/types.ts'
export { type Found, type FoundAct, gate } from './delegation/gate.ts'
export { inventedDuties } from './delegation/invented.ts'
export { delegatedRoles } from './delegation/duties.ts'
export { delegationView, unexplained } from './delegation/view.ts'

export type * from './participant/commands.ts'
export type * from './participant/events.ts'
export type * from './participant/types.ts'
export {
  afterwards,
  evolveParticipant,
  initialParticipant,
  participantOf,
  type ParticipantState,
} from './participant/state.ts'
export { decideParticipant, type Decision } from './participant/decide.ts'
export { factsOf } from './participant/facts.ts'
export { schedule } from './participant/schedule.ts'
export { statusNames } from './participant/statusNames.ts'
export { fitting, type ListFilter, needsAttention, tallyOf } from './participant/list.ts'
export { type TodayGroup, todayGroups, type TodayLine, todayView, type TodayView } from './today/view.ts'
export { summarySeenBy } from './participant/seenBy.ts'
export { asOf, participantSummary } from './participant/summary.ts'
export { participantView } from './participant/view.ts'
export { historyView, type HistoryRow, type ValueChangeRow } from './participant/history.ts'
export { auditRow, type AuditRow, type OpenEvent } from './audit/row.ts'
export { sayOther } from './audit/sayStudy.ts'
export { type AuditKind, auditKinds, type AuditPattern, auditPatterns, typesOf } from './audit/kinds.ts'

export type * from './consent/commands.ts'
export type * from './consent/events.ts'
export type * from './consent/state.ts'
export type * from './screening/commands.ts'
export type * from './screening/events.ts'
export type * from './screening/types.ts'
export { screeningView } from './screening/view.ts'
export type * from './randomisation/commands.ts'
export type * from './randomisation/events.ts'
export { strataOf, stratumOf } from './randomisation/decide.ts'
export { commitmentOf } from './randomisation/commitment.ts'
export * from './randomisation/list.ts'
export { armsOf, imbalanceOf, sharesOf, type Ratio } from './randomisation/ratio.ts'
export { listMethod, listMethods, type ListMethodName } from './randomisation/methods/listMethods.ts'
export type { Forecast, ListMethod } from './randomisation/methods/method.ts'
export * from './randomisation/methods/minimisation.ts'
export {
  generateNumbers,
  minimisationOf,
  numbersFault,
  type SealedNumbers,
  wholeTrial,
} from './randomisation/numbers.ts'
export * from './randomisation/characteristics/operatingCharacteristics.ts'
export type { Estimate } from './randomisation/characteristics/estimate.ts'
export {
  minimised,
  stratifiedList,
  unstratifiedList,
  type Course,
  type Scheme,
  type Step,
} from './randomisation/characteristics/scheme.ts'
export { writeListFile } from './randomisation/import/file.ts'
export { readListFile, type ExpectedList } from './randomisation/import/readListFile.ts'
export { importedList, type ImportedList } from './randomisation/import/importedList.ts'
export type { AllocationEvidence } from './randomisation/verify/evidence.ts'
export { describeFinding, type AllocationFinding } from './randomisation/verify/findings.ts'
export { verifyAllocations } from './randomisation/verify/verifyAllocations.ts'
export { tryOut, type Report, type Tried } from './randomisation/characteristics/report.ts'
export { numbersFrom } from './randomisation/characteristics/numbersFrom.ts'
export {
  listSignOffRefusals,
  reportSeed,
  runsFor,
  schemeOf,
  signOffRefusals,
  siteSizes,
} from './randomisation/characteristics/ofStudy.ts'
export { expectedOf, guessedOf, previewImport, type ImportPreview } from './randomisation/import/preview.ts'
export { guessableLimit, guessedShare, needsSignOff } from './randomisation/characteristics/signOff.ts'
export { seeded, type Draw } from './randomisation/draw.ts'
export * from './place.ts'
export type * from './encounters/commands.ts'
export type * from './encounters/events.ts'
export type * from './encounters/state.ts'
export { unscheduledVisits } from './encounters/unscheduled.ts'
export type * from './deviations/commands.ts'
export type * from './deviations/events.ts'
export * from './deviations/types.ts'
export {
  type DeviationDocument,
  deviationDocument,
  deviationsOf,
  rowsOf as deviationRows,
} from './deviations/compute.ts'
export type * from './queries/commands.ts'
export type * from './queries/events.ts'
export type * from './queries/state.ts'
export type * from './queries/types.ts'
export { audienceOf, audiences, audiencesOf, type Audience } from './queries/audience.ts'
export { changedRows } from './queries/view.ts'
export type * from './forms/commands.ts'
export type * from './forms/events.ts'
export type * from './forms/types.ts'
export { currentEntry, formKey, type FormState, type ValueVersion } from './forms/state.ts'
export { isForBlinded, sightOf } from './forms/blinding.ts'
export { formView } from './forms/view.ts'
export { isRowsChange } from './forms/events.ts'
export { versionsAt } from './forms/versions.ts'
export type * from './signatures/commands.ts'
export type * from './signatures/events.ts'
export type * from './signatures/types.ts'
export type { Meaning } from './signatures/signature.ts'
export type { Standing as SignatureStanding } from './signatures/standing.ts'
export { signaturesView } from './signatures/view.ts'
export * from './monitoring/commands.ts'
export type * from './monitoring/events.ts'
export { type Evidence, evidenceOf, ofTheDay, sinceTheBeginning } from './monitoring/evidence.ts'
export type { MonitoringVisit } from './monitoring/state.ts'
export { monitoringReport, type MonitoringReport, monitoringView, type MonitoringView } from './monitoring/view.ts'
export type * from './verification/commands.ts'
export type * from './verification/events.ts'
export type * from './verification/types.ts'
export { participantVerification, verificationPage } from './verification/view.ts'
export { visitVerification } from './verification/visit.ts'
export type * from './locks/commands.ts'
export type * from './locks/events.ts'
export type * from './locks/types.ts'
export type { LineId, OpenLine } from './locks/open.ts'
export { lineIds } from './locks/open.ts'
export { locksView, openOf } from './locks/view.ts'
export type * from './treatment/commands.ts'
export type * from './treatment/events.ts'
export type * from './treatment/state.ts'

export type * from './unblinding/events.ts'
export type * from './unblinding/state.ts'
export type { UnblindingView } from './unblinding/participantView.ts'
export * from './unblinding/commands.ts'
export { registerRow, type RegisterRow } from './unblinding/register.ts'

// What only unblinded roles may see.
export type * from './unblinding/sealedEvents.ts'
export { decideCodeBreak, type CodeBreakCommand, type CodeBreakDecision } from './unblinding/codeBreak.ts'
export { decideUnblindedForm, unblindedPart, type UnblindedFormDecision } from './unblinding/form.ts'
export { unblindedFormView, unblindedResults, type UnblindedResultRow } from './unblinding/view.ts'
export type * from './preparation/commands.ts'
export type * from './preparation/events.ts'
export type * from './preparation/types.ts'
export { evolveUnblinded, initialUnblinded, unblindedOf, type UnblindedState } from './preparation/state.ts'
export { decidePreparation, type PreparationDecision } from './preparation/decide.ts'
export { pharmacyRows, pharmacyView } from './preparation/view.ts'
export { bagThere } from './preparation/discard.ts'
export { checkCharacter, drawLabel, readLabel } from './preparation/label.ts'
export type * from './supply/commands.ts'
export type * from './supply/events.ts'
export type * from './supply/types.ts'
export { accounts, type Account, type Move } from './supply/accounts.ts'
export { emptyStock, evolveStock, stockOf, type StockState } from './supply/state.ts'
export type { SupplyDecision } from './supply/asking.ts'
export { decideSupply } from './supply/decide.ts'
export { comingOf, forecast } from './supply/forecast.ts'
export { mayNeed } from './supply/mayNeed.ts'
export { stockView } from './supply/view.ts'
