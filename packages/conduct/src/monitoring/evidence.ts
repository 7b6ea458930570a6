import type { ParticipantEvent, Stored } from '../participant/events.ts'
import type { MonitoringVisit } from './state.ts'

/** What the record itself tells of the day of a visit at its site: counted, not typed. */
export interface Evidence {
  /** Values compared with their source by the visiting monitor, and of how many participants. */
  readonly verified: number
  readonly participants: number
  readonly queriesOpened: number
  readonly queriesAnswered: number
  readonly queriesClosed: number
  /** Consents recorded at the site until the end of that day. */
  readonly consents: number
  readonly withdrawals: number
  /** Corrections of values at the site that day. */
  readonly corrections: number
  readonly frozen: number
  /** Deviations judged that day. */
  readonly deviationsJudged: number
  /** Every consent of the site until the end of that day, to be held against the signed forms. */
  readonly signedConsents: readonly SignedConsent[]
}

/** A consent as it is recorded: whose, which version, the day it was signed, and the day it was withdrawn. */
export interface SignedConsent {
  readonly participant: string
  readonly version: string
  readonly day: string
  readonly withdrawn?: string
}

/** Types of events the report counts of the day, and those it counts from the beginning. */
export const ofTheDay = [
  'ValuesVerified',
  'QueryOpened',
  'QueryAnswered',
  'QueryClosed',
  'FormRecorded',
  'DataFrozen',
  'DataLocked',
  'DeviationClassified',
] as const
export const sinceTheBeginning = ['ConsentGiven', 'ConsentDayCorrected', 'ConsentWithdrawn'] as const

/** `day`: events of the visit's day at its site; `until`: consents and withdrawals up to it. */
export function evidenceOf(
  { by }: Pick<MonitoringVisit, 'by'>,
  day: readonly Stored<ParticipantEvent>[],
  until: readonly Stored<ParticipantEvent>[],
): Evidence {
  const own = day.filter((event) => event.type === 'ValuesVerified' && event.by.account === by.account)
  const count = (type: string, events = day) => events.filter((event) => (event.type as string) === type).length
  return {
    verified: own.reduce((sum, event) => (event.type === 'ValuesVerified' ? sum + event.values.length : sum), 0),
    participants: new Set(own.map(({ streamId }) => streamId)).size,
    queriesOpened: count('QueryOpened'),
    queriesAnswered: count('QueryAnswered'),
    queriesClosed: count('QueryClosed'),
    consents: count('ConsentGiven', until),
    withdrawals: count('ConsentWithdrawn', until),
    corrections: day.reduce((sum, event) => sum + corrections(event), 0),
    frozen: count('DataFrozen') + count('DataLocked'),
    deviationsJudged: count('DeviationClassified'),
    signedConsents: signedConsents(until),
  }
}

/** In order of participant and version; a day corrected by then is the one told. */
function signedConsents(events: readonly Stored<ParticipantEvent>[]): readonly SignedConsent[] {
  const found = new Map<string, SignedConsent>()
  for (const event of events.toSorted((a, b) => a.position - b.position)) {
    const participant = event.streamId.slice('participant/'.length)
    if (event.type === 'ConsentGiven' || event.type === 'ConsentDayCorrected')
      found.set(`${participant} ${event.consentVersion}`, {
        participant,
        version: event.consentVersion,
        day: event.day,
      })
    else if (event.type === 'ConsentWithdrawn')
      for (const [key, consent] of found)
        if (consent.participant === participant) found.set(key, { ...consent, withdrawn: event.day })
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, consent]) => consent)
}

const corrections = (event: ParticipantEvent): number =>
  event.type === 'FormRecorded' ? event.changes.filter((change) => change.previous !== undefined).length : 0
