import type { Entry, Facts, FilledForm, LaboratoryRange } from '@trialwright/protocol'
import { type EventLine, of, type Told } from './events.ts'

interface Change {
  readonly item: string
  readonly entry: Entry
}

/** What was known of a participant at a place in the stream, put together from the events alone. */
export function factsAt(told: Told, ranges: readonly LaboratoryRange[], until = Infinity): Facts {
  const before = told.open.filter(({ version }) => version < until)
  const forms = new Map<string, FilledForm>()
  for (const event of of(before, 'FormRecorded')) {
    const place = `${event.encounter}/${String(event['form'])}`
    const known = forms.get(place)
    const changes = event['changes'] as readonly Change[]
    const laboratory = event['laboratory'] as string | undefined
    forms.set(place, {
      form: String(event['form']),
      encounter: String(event.encounter),
      date: String(event.day),
      ...(laboratory === undefined ? {} : { laboratory }),
      entries: { ...known?.entries, ...Object.fromEntries(changes.map(({ item, entry }) => [item, entry])) },
    })
  }
  const infusions = of(before, 'InfusionStarted').map(({ day }) => day)
  return {
    today: String(told.open.find(({ version }) => version === until)?.day ?? before.at(-1)?.day ?? ''),
    events: {
      consent: of(before, 'ConsentGiven')[0]?.day,
      randomisation: of(before, 'ParticipantRandomised')[0]?.day,
      firstInfusion: infusions[0],
      lastInfusion: infusions.at(-1),
    },
    forms: [...forms.values()],
    ranges,
  }
}

/** The laboratories' limits as they were recorded. */
export const rangesIn = (events: readonly EventLine[]): readonly LaboratoryRange[] =>
  of(events, 'LaboratoryRangesRecorded').flatMap((event) => event['ranges'] as readonly LaboratoryRange[])
