import type { Text } from '../text.ts'
import { trialEvents, UNRECORDED } from './fact.ts'
import type { DateKind } from './meaning.ts'
import type { EventDate, TrialEvent } from './nodes.ts'
import { endsOfFact } from './sql.ts'

const words: Record<TrialEvent, Text> = {
  consent: { en: 'the day of consent', nb: 'dagen for samtykket' },
  randomisation: { en: 'the day of randomisation', nb: 'randomiseringsdagen' },
  firstInfusion: { en: 'the day of the first infusion', nb: 'dagen for første infusjon' },
  lastInfusion: { en: 'the day of the last infusion', nb: 'dagen for siste infusjon' },
  visit: { en: 'the day of this visit', nb: 'dagen for dette besøket' },
}

export const eventDate: DateKind<EventDate> = {
  bounds({ event }) {
    const slot = trialEvents.indexOf(event)
    return {
      low: (record) => (record.events[slot] ?? UNRECORDED).low,
      high: (record) => (record.events[slot] ?? UNRECORDED).high,
    }
  },
  sql: ({ event }, scope) => endsOfFact(scope.event(event)),
  state: ({ event }) => words[event],
  parts: () => [],
}
