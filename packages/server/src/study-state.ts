import { evolveStudy, initialStudy, type StudyEvent, type StudyState } from '@trialwright/conduct'
import type { Stream } from '@trialwright/records'

/** The study's state from its own stream and from the sealing of its list, which the records wrote themselves. */
export function studyStateOf(streams: ReadonlyMap<string, Stream>): StudyState {
  const events = [...(streams.get('randomisation')?.events ?? []), ...(streams.get('study')?.events ?? [])]
  const state = events
    .toSorted((a, b) => a.position - b.position)
    .reduce((before, event) => evolveStudy(before, event as unknown as StudyEvent), initialStudy)
  return { ...state, version: streams.get('study')?.version ?? 0 }
}
