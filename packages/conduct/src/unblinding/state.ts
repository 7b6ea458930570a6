import type { AccidentalUnblindingRecorded, CodeBreakRecorded, UnblindingEvent } from './events.ts'

/** Who came to know an arm, as everybody may know it. */
export interface UnblindingState {
  readonly codeBreaks: readonly CodeBreakRecorded[]
  readonly accidental: readonly AccidentalUnblindingRecorded[]
}

export const initialUnblinding: UnblindingState = { codeBreaks: [], accidental: [] }

export const evolveUnblinding = (state: UnblindingState, event: UnblindingEvent): UnblindingState =>
  event.type === 'CodeBreakRecorded'
    ? { ...state, codeBreaks: [...state.codeBreaks, event] }
    : { ...state, accidental: [...state.accidental, event] }
