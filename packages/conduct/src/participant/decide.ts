import type { Study } from '@trialwright/protocol'
import { correctConsentDay, recordDeclined } from '../consent/correct.ts'
import { recordConsent, registerParticipant, withdrawConsent } from '../consent/decide.ts'
import type { Actor, Context, Refused } from '../context.ts'
import { bookEncounter, recordMissedVisit, recordVisit } from '../encounters/decide.ts'
import { recordUnscheduledVisit } from '../encounters/unscheduled.ts'
import { recordForm } from '../forms/decide.ts'
import { closedTo } from '../locks/closed.ts'
import {
  approveCorrection,
  freezeData,
  lockData,
  proposeCorrection,
  unfreezeData,
  unlockData,
  withdrawCorrection,
} from '../locks/decide.ts'
import { permissions, type CommandType } from '../permissions.ts'
import { classifyDeviation } from '../deviations/decide.ts'
import { consequencesOf } from '../queries/consequences.ts'
import { answerQuery, askQuery, closeQuery, reopenQuery } from '../queries/decide.ts'
import { randomise } from '../randomisation/decide.ts'
import { refuse, refused } from '../refusals/refuse.ts'
import { confirmEligibility, recordScreenFailure, startRescreening } from '../screening/decide.ts'
import { signCasebook, signVisit, signVisits } from '../signatures/decide.ts'
import { correctInfusionTime } from '../treatment/correctTime.ts'
import { holdTreatment, recordReaction, releaseHold, stopTreatment } from '../treatment/course.ts'
import {
  endInfusion,
  interruptInfusion,
  recordObservation,
  requestPreparation,
  resumeInfusion,
  startInfusion,
} from '../treatment/infuse.ts'
import { recordAccidentalUnblinding } from '../unblinding/accidental.ts'
import { unverifyValues, verifyForms, verifyValues } from '../verification/decide.ts'
import type { Asking, Refusals } from './asking.ts'
import type { ParticipantCommand } from './commands.ts'
import type { ParticipantEvent } from './events.ts'
import type { ParticipantState } from './state.ts'

export type Decision =
  | {
      readonly ok: true
      readonly events: readonly ParticipantEvent[]
      /** Take the next slot of this stratum in the same transaction; minimisation works its arm out from the levels. */
      readonly allocate?: { readonly stratum: string; readonly profile?: Readonly<Record<string, string>> }
    }
  | Refused

/**
 * What follows from a command: events, or why not; and what edit checks then ask or take back by themselves. Pure: the same
 * arguments give the same answer for ever.
 */
export function decideParticipant(
  study: Study,
  state: ParticipantState,
  command: ParticipantCommand,
  context: Context,
): Decision {
  const decision = decideAlone(study, state, command, context)
  if (!decision.ok) return decision
  const consequences = consequencesOf({ study, state, context }, decision.events)
  return consequences.length === 0 ? decision : { ...decision, events: [...decision.events, ...consequences] }
}

/** The command by itself: whether it may be done, and its own events. */
export function decideAlone(
  study: Study,
  state: ParticipantState,
  command: ParticipantCommand,
  context: Context,
): Decision {
  const notYours = rightRefusals(command.type, context.actor, context.site)
  if (notYours.length > 0) return refused(...notYours)
  const asking: Asking = { study, state, context }
  const closed = closedTo(asking, command)
  if (closed.length > 0) return refused(...closed)
  if (command.type === 'registerParticipant') return registerParticipant(asking, command)
  if (!state.consent.registered) return refused(refuse('participantUnknown'))
  switch (command.type) {
    case 'recordConsent':
      return recordConsent(asking, command)
    case 'withdrawConsent':
      return withdrawConsent(asking, command)
    case 'recordDeclined':
      return recordDeclined(asking, command)
    case 'correctConsentDay':
      return correctConsentDay(asking, command)
    case 'correctInfusionTime':
      return correctInfusionTime(asking, command)
    case 'recordForm':
      return recordForm(asking, command)
    case 'classifyDeviation':
      return classifyDeviation(asking, command)
    case 'askQuery':
      return askQuery(asking, command)
    case 'answerQuery':
      return answerQuery(asking, command)
    case 'closeQuery':
      return closeQuery(asking, command)
    case 'reopenQuery':
      return reopenQuery(asking, command)
    case 'confirmEligibility':
      return confirmEligibility(asking)
    case 'recordScreenFailure':
      return recordScreenFailure(asking, command)
    case 'startRescreening':
      return startRescreening(asking, command)
    case 'randomise':
      return randomise(asking)
    case 'bookEncounter':
      return bookEncounter(asking, command)
    case 'recordVisit':
      return recordVisit(asking, command)
    case 'recordMissedVisit':
      return recordMissedVisit(asking, command)
    case 'recordUnscheduledVisit':
      return recordUnscheduledVisit(asking, command)
    case 'requestPreparation':
      return requestPreparation(asking, command)
    case 'startInfusion':
      return startInfusion(asking, command)
    case 'recordObservation':
      return recordObservation(asking, command)
    case 'interruptInfusion':
      return interruptInfusion(asking, command)
    case 'resumeInfusion':
      return resumeInfusion(asking, command)
    case 'endInfusion':
      return endInfusion(asking, command)
    case 'recordReaction':
      return recordReaction(asking, command)
    case 'holdTreatment':
      return holdTreatment(asking, command)
    case 'releaseHold':
      return releaseHold(asking, command)
    case 'stopTreatment':
      return stopTreatment(asking, command)
    case 'recordAccidentalUnblinding':
      return recordAccidentalUnblinding(asking, command)
    case 'verifyValues':
      return verifyValues(asking, command)
    case 'verifyForms':
      return verifyForms(asking, command)
    case 'unverifyValues':
      return unverifyValues(asking, command)
    case 'freezeData':
      return freezeData(asking, command)
    case 'unfreezeData':
      return unfreezeData(asking, command)
    case 'lockData':
      return lockData(asking, command)
    case 'unlockData':
      return unlockData(asking, command)
    case 'proposeCorrection':
      return proposeCorrection(asking, command)
    case 'approveCorrection':
      return approveCorrection(asking, command)
    case 'withdrawCorrection':
      return withdrawCorrection(asking, command)
    case 'signVisit':
      return signVisit(asking, command)
    case 'signVisits':
      return signVisits(asking, command)
    case 'signCasebook':
      return signCasebook(asking, command)
  }
}

/** The second net under the route table: the same tables, asked again where the decision is made. */
export function rightRefusals(command: CommandType, actor: Actor, site: string): Refusals {
  if (!permissions[command].includes(actor.role)) return [refuse('roleMayNot')]
  return actor.site !== null && actor.site !== site ? [refuse('otherSite')] : []
}
