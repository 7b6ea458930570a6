import type { ParticipantState } from '../participant/state.ts'
import type { AccidentalUnblindingRecorded, CodeBreakRecorded } from './events.ts'

/** Who came to know a participant's arm, and how; never the arm. */
export interface UnblindingView {
  readonly codeBreaks: readonly Omit<CodeBreakRecorded, 'type' | 'clientTime'>[]
  readonly accidental: readonly Omit<AccidentalUnblindingRecorded, 'type' | 'clientTime'>[]
}

export const unblindingView = ({ unblinding: { codeBreaks, accidental } }: ParticipantState): UnblindingView => ({
  codeBreaks: codeBreaks.map(({ at, by, reason, note, source, opened }) => ({
    at,
    by,
    reason,
    note,
    source,
    ...(opened ? { opened } : {}),
  })),
  accidental: accidental.map(({ at, by, learner, who, day, how, assessment, actions }) => ({
    at,
    by,
    learner,
    who,
    day,
    how,
    assessment,
    actions,
  })),
})
