import type { ParticipantEvent } from '../participant/events.ts'

/** One line of the register of who came to know an arm (ICH E6(R3) 3.16.1). It never tells the arm. */
export interface RegisterRow {
  readonly code: string
  readonly site: string
  readonly kind: 'codeBreak' | 'envelope' | 'accidental'
  readonly at: string
  /** Who recorded it, in which role. */
  readonly by: { readonly name: string; readonly role: string }
  /** Who came to know the arm. */
  readonly who: string
  /** A reason for breaking the code, or who learned the arm by accident. */
  readonly why: string
  readonly note: string
}

/** The line an event leaves in the register; undefined for every other event. */
export function registerRow(event: ParticipantEvent, code: string, site: string): RegisterRow | undefined {
  if (event.type === 'CodeBreakRecorded') {
    const kind = event.source === 'envelope' ? 'envelope' : 'codeBreak'
    const who = event.opened?.by ?? event.by.name
    return { code, site, kind, at: event.at, by: byOf(event), who, why: event.reason, note: event.note }
  }
  if (event.type !== 'AccidentalUnblindingRecorded') return undefined
  const { at, who, learner, how, assessment, actions } = event
  const note = [how, assessment, actions].join('\n')
  return { code, site, kind: 'accidental', at, by: byOf(event), who, why: learner, note }
}

const byOf = ({ by: { name, role } }: ParticipantEvent) => ({ name, role })
