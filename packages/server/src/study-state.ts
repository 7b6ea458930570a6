import { evolveStudy, initialStudy, type StudyEvent, type StudyState } from '@trialwright/conduct'
import type { Stream } from '@trialwright/records'
import { folding } from './folding.ts'

/**
 * The study's state from its own stream and from the sealing of its list, which the records wrote themselves. Both are read in
 * one statement, so the later of their last events tells all that came before.
 */
export function studyStateOf(streams: ReadonlyMap<string, Stream>): StudyState {
  const events = [...(streams.get('randomisation')?.events ?? []), ...(streams.get('study')?.events ?? [])]
  const state = studyIn(events.toSorted((a, b) => a.position - b.position))
  return { ...state, version: streams.get('study')?.version ?? 0 }
}

const studyIn = folding<StudyEvent, StudyState>(evolveStudy, initialStudy)
