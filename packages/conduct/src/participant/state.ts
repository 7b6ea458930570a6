import { evolveConsent, initialConsent, type ConsentState } from '../consent/state.ts'
import { evolveDeviations, initialDeviations, type DeviationsState } from '../deviations/state.ts'
import { evolveEncounters, initialEncounters, type EncountersState } from '../encounters/state.ts'
import { evolveLocks, initialLocks, type LocksState } from '../locks/state.ts'
import { correctedQueries, evolveQueries, initialQueries, type QueriesState } from '../queries/state.ts'
import { evolveForms, initialForms, logForms, visitForms, type FormsState } from '../forms/state.ts'
import { evolveRandomisation, initialRandomisation, type RandomisationState } from '../randomisation/state.ts'
import { evolveScreening, initialScreening, type ScreeningState } from '../screening/state.ts'
import { evolveSignatures, initialSignatures, type SignaturesState } from '../signatures/state.ts'
import { evolveTreatment, initialTreatment, type TreatmentState } from '../treatment/state.ts'
import { evolveUnblinding, initialUnblinding, type UnblindingState } from '../unblinding/state.ts'
import { evolveVerification, initialVerification, keptWith, type VerificationState } from '../verification/state.ts'
import { remembered } from '../remembered.ts'
import type { ParticipantEvent } from './events.ts'

/** What is true of a participant: the product of the processes' own states. */
export interface ParticipantState {
  /** Events so far: the stream's version. */
  readonly version: number
  readonly consent: ConsentState
  readonly screening: ScreeningState
  readonly randomisation: RandomisationState
  readonly encounters: EncountersState
  readonly forms: FormsState
  readonly queries: QueriesState
  /** What was judged of deviations; the deviations themselves are computed. */
  readonly deviations: DeviationsState
  readonly treatment: TreatmentState
  readonly unblinding: UnblindingState
  readonly signatures: SignaturesState
  readonly locks: LocksState
  readonly verification: VerificationState
  /** Visits and forms of earlier screenings, oldest first; they no longer count. */
  readonly earlier: readonly { readonly encounters: EncountersState; readonly forms: FormsState }[]
}

export const initialParticipant: ParticipantState = {
  version: 0,
  consent: initialConsent,
  screening: initialScreening,
  randomisation: initialRandomisation,
  encounters: initialEncounters,
  forms: initialForms,
  queries: initialQueries,
  deviations: initialDeviations,
  treatment: initialTreatment,
  unblinding: initialUnblinding,
  signatures: initialSignatures,
  locks: initialLocks,
  verification: initialVerification,
  earlier: [],
}

export function evolveParticipant(before: ParticipantState, event: ParticipantEvent): ParticipantState {
  const state = { ...before, version: before.version + 1, signatures: evolveSignatures(before.signatures, event) }
  switch (event.type) {
    case 'ParticipantRegistered':
    case 'ConsentGiven':
    case 'ConsentWithdrawn':
    case 'ConsentDeclined':
    case 'ConsentDayCorrected':
      return { ...state, consent: evolveConsent(state.consent, event) }
    case 'EligibilityConfirmed':
    case 'ScreenFailed':
      return { ...state, screening: evolveScreening(state.screening, event, state.consent.given.length) }
    case 'RescreeningStarted':
      return {
        ...state,
        screening: evolveScreening(state.screening, event, state.consent.given.length),
        encounters: initialEncounters,
        forms: logForms(state.forms),
        verification: keptWith(state.verification, logForms(state.forms)),
        earlier: [...state.earlier, { encounters: state.encounters, forms: visitForms(state.forms) }],
      }
    case 'ParticipantRandomised':
      return { ...state, randomisation: evolveRandomisation(state.randomisation, event) }
    case 'EncounterBooked':
    case 'VisitTookPlace':
    case 'VisitMissed':
    case 'UnscheduledVisitTookPlace':
      return { ...state, encounters: evolveEncounters(state.encounters, event) }
    case 'FormRecorded':
      return {
        ...state,
        forms: evolveForms(state.forms, event),
        queries: correctedQueries(state.queries, event),
        locks: evolveLocks(state.locks, event),
      }
    case 'DeviationClassified':
      return { ...state, deviations: evolveDeviations(state.deviations, event) }
    case 'QueryOpened':
    case 'QueryAnswered':
    case 'QueryClosed':
    case 'QueryReopened':
      return { ...state, queries: evolveQueries(state.queries, event) }
    case 'ValuesVerified':
    case 'VerificationWithdrawn':
      return { ...state, verification: evolveVerification(state.verification, event) }
    case 'DataFrozen':
    case 'DataUnfrozen':
    case 'DataLocked':
    case 'DataUnlocked':
    case 'CorrectionProposed':
    case 'CorrectionApproved':
    case 'CorrectionWithdrawn':
      return { ...state, locks: evolveLocks(state.locks, event) }
    case 'VisitSigned':
    case 'CasebookSigned':
      return state
    case 'CodeBreakRecorded':
    case 'AccidentalUnblindingRecorded':
      return { ...state, unblinding: evolveUnblinding(state.unblinding, event) }
    default:
      return { ...state, treatment: evolveTreatment(state.treatment, event) }
  }
}

/**
 * The state after what a command leads to. Asked several times of the same new events while it is carried out: each is
 * taken up once, so that what was worked out of the state stands.
 */
export function afterwards(state: ParticipantState, events: readonly ParticipantEvent[]): ParticipantState {
  let now = state
  for (const event of events) now = taken(event, now)
  return now
}

const taken = remembered((event: ParticipantEvent, before: ParticipantState) => evolveParticipant(before, event))

export const participantOf = (events: readonly ParticipantEvent[]): ParticipantState =>
  events.reduce(evolveParticipant, initialParticipant)
