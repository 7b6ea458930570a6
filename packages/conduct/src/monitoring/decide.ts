import { isDate, type Refusal, type Study } from '@trialwright/protocol'
import type { StudyContext } from '../context.ts'
import { stamp } from '../participant/asking.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { bind, signatureOf, signatureRefusals, stands } from '../signatures/signature.ts'
import type { StudyDecision } from '../study/decide.ts'
import type { StudyState } from '../study/state.ts'
import { maybeWords, pastDay, tidy, words } from '../typed.ts'
import type { CloseMonitoringAction, Finding, RecordMonitoringVisit, SignMonitoringVisit } from './commands.ts'
import { reportHash } from './record.ts'
import { initialMonitoring, type MonitoringVisit, openActions } from './state.ts'

const visitsOf = ({ monitoring = initialMonitoring }: StudyState) => monitoring

/** A monitor limited to a site visits that one. */
const notYours = ({ actor }: StudyContext, site: string): readonly Refusal[] =>
  actor.site !== null && actor.site !== site ? [refuse('otherSite')] : []

export function recordMonitoringVisit(
  study: Study,
  state: StudyState,
  command: RecordMonitoringVisit,
  context: StudyContext,
): StudyDecision {
  const { site, day, kind, visit } = command
  const before = visit === undefined ? undefined : visitsOf(state)[visit]
  if (!study.compiled.sites.some(({ id }) => id === site)) return refused(at('site', refuse('siteUnknown')))
  if (visit !== undefined && before?.site !== site) return refused(at('visit', refuse('monitoringVisitUnknown')))
  if (before && before.by.account !== context.actor.account) return refused(refuse('monitoringVisitOfAnother'))
  const wrong = [
    ...notYours(context, site),
    ...pastDay(day, 'day', context.today),
    ...words(command.people, 'people'),
    ...words(command.reviewed, 'reviewed', 4000),
    ...maybeWords(command.auditReview, 'auditReview', 4000),
    ...command.findings.flatMap(findingRefusals),
  ]
  if (wrong.length > 0) return refused(...wrong)
  const id = visit ?? `${site}-${Object.values(visitsOf(state)).filter((each) => each.site === site).length + 1}`
  const auditReview = tidy(command.auditReview ?? '')
  const event = {
    ...stamp(context),
    visit: id,
    site,
    day,
    kind,
    people: tidy(command.people),
    reviewed: tidy(command.reviewed),
    ...(auditReview === '' ? {} : { auditReview }),
    findings: command.findings.map(tidied),
  }
  return { ok: true, events: [{ type: 'MonitoringVisitRecorded', ...event }] }
}

function findingRefusals({ text, action }: Finding, index: number): readonly Refusal[] {
  const field = `findings.${index}`
  if (!action) return words(text, `${field}.text`)
  return [
    ...words(text, `${field}.text`),
    ...words(action.text, `${field}.action.text`),
    ...words(action.responsible, `${field}.action.responsible`, 200),
    ...(isDate(action.due) ? [] : [at(`${field}.action.due`, refuse('dateInvalid'))]),
  ]
}

const tidied = ({ text, action }: Finding): Finding => ({
  text: tidy(text),
  ...(action ? { action: { text: tidy(action.text), responsible: tidy(action.responsible), due: action.due } } : {}),
})

export function closeMonitoringAction(
  state: StudyState,
  { visit: id, finding, note }: CloseMonitoringAction,
  context: StudyContext,
): StudyDecision {
  const visit = visitsOf(state)[id]
  if (!visit) return refused(at('visit', refuse('monitoringVisitUnknown')))
  const foreign = notYours(context, visit.site)
  if (foreign.length > 0) return refused(...foreign)
  if (!openActions(visit).some(({ number }) => number === finding))
    return refused(at('finding', refuse('actionNotOpen')))
  const missing = words(note, 'note')
  if (missing.length > 0) return refused(...missing)
  const event = { ...stamp(context), site: visit.site, visit: id, finding, note: tidy(note) }
  return { ok: true, events: [{ type: 'MonitoringActionClosed', ...event }] }
}

/** Whether the monitor's signature stands under the report as it reads now. */
export const reportStands = ({ signatures }: MonitoringVisit, record: string): 'unsigned' | 'valid' | 'void' => {
  const latest = signatures.at(-1)
  if (!latest) return 'unsigned'
  return stands(latest, record) ? 'valid' : 'void'
}

export function signMonitoringVisit(
  state: StudyState,
  { visit: id, seen }: SignMonitoringVisit,
  context: StudyContext,
): StudyDecision {
  const visit = visitsOf(state)[id]
  if (!visit) return refused(at('visit', refuse('monitoringVisitUnknown')))
  if (visit.by.account !== context.actor.account) return refused(refuse('monitoringVisitOfAnother'))
  if (!context.evidence) throw new Error('a report is signed with what the record tells of its day')
  const record = reportHash(visit, context.evidence)
  if (reportStands(visit, record) === 'valid') return refused(refuse('alreadySigned'))
  if (seen !== record) return refused(at('seen', refuse('recordChanged')))
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  const signature = bind(signatureOf(context, 'reportsMonitoringVisit'), record)
  const event = { ...stamp(context), site: visit.site, visit: id, signature }
  return { ok: true, events: [{ type: 'MonitoringVisitSigned', ...event }] }
}
