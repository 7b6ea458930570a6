import { type AppendEntry, derived } from '@trialwright/records'
import { codeOf, type Leak, type Secrets } from './planted.ts'

/** Leaks in what is kept, sent, logged and drawn. */

type Change = (event: Record<string, unknown>) => Record<string, unknown>

/** Changes the events of one type in an entry. */
function withEvents(entry: AppendEntry, type: string, change: Change): AppendEntry {
  const events = entry.events.map((event) =>
    event.type === type
      ? { ...event, text: canonical(change(JSON.parse(event.text) as Record<string, unknown>)) }
      : event,
  )
  return { ...entry, events }
}

const canonical = (event: Record<string, unknown>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(event).toSorted(([a], [b]) => (a < b ? -1 : 1))))

/** Does it when somebody is randomised, once the arm to come is known. */
const atRandomisation = (
  name: string,
  channel: number,
  change: (entry: AppendEntry, arm: string, secrets: Secrets) => AppendEntry,
): Leak => ({
  name,
  channel,
  written(entry, secrets) {
    const arm = entry.allocate && secrets.nextArm(entry.allocate.stratum)
    return arm ? change(entry, arm, secrets) : entry
  },
})

/** An event nobody asked for, though one the product knows. */
const booking = ({ events }: AppendEntry) => {
  const { at, by } = JSON.parse(events[0]!.text) as { readonly at: string; readonly by: object }
  const event = { type: 'EncounterBooked', at, by, encounter: 'day28', day: '2026-03-30' }
  return { type: event.type, text: canonical(event) }
}

const mail = (subject: string) => ({ kind: 'mail', payload: { to: 'depot', subject } })

const isHandOver = (entry: AppendEntry): boolean => entry.events.some(({ type }) => type === 'MaskedInfusionReady')

/** Two vials of each arm lie on the shelf when the study opens. */
const shelf = 2

export const recordLeaks: readonly Leak[] = [
  atRandomisation('a randomisation number counted by arm', 4, (entry, arm, { count }) =>
    withEvents(entry, 'ParticipantRandomised', (event) => ({ ...event, number: `R-${count(arm) + 1}` })),
  ),
  atRandomisation('a word in an event', 7, (entry, arm) =>
    withEvents(entry, 'ParticipantRandomised', (event) => ({ ...event, kit: arm.slice(0, 1) })),
  ),
  atRandomisation('an event more in one arm', 4, (entry, arm, { experimental }) =>
    arm === experimental ? { ...entry, events: [...entry.events, booking(entry)] } : entry,
  ),
  atRandomisation('a field in a read model', 20, (entry, arm) => ({
    ...entry,
    readModels: derived(entry.readModels ?? []).map((model) => ({
      ...model,
      document: { ...(model.document as object), arm },
    })),
  })),
  atRandomisation('a counter for each arm', 20, (entry, arm, { count }) => ({
    ...entry,
    readModels: [...(entry.readModels ?? []), { kind: 'counter', key: arm, document: { last: count(arm) + 1 } }],
  })),
  atRandomisation('the stored answer', 1, (entry, arm) => ({
    ...entry,
    response: entry.response.replace(/"version":/, `"version":${arm.length}`),
  })),
  atRandomisation('the subject of a mail', 8, (entry, arm) => ({ ...entry, outbox: [mail(`prepare ${arm}`)] })),
  atRandomisation('a mail in one arm only', 8, (entry, arm, { experimental }) =>
    arm === experimental ? { ...entry, outbox: [mail('prepare')] } : entry,
  ),
  atRandomisation('an order when an arm’s stock is low', 12, (entry, arm, { count, experimental }) =>
    arm === experimental && count(arm) + 1 === shelf ? { ...entry, outbox: [mail('resupply')] } : entry,
  ),
  atRandomisation('an order when any stock is low', 12, (entry, arm, { count }) =>
    count(arm) + 1 === shelf ? { ...entry, outbox: [mail('resupply')] } : entry,
  ),
  {
    name: 'a kit that cannot be reserved',
    channel: 2,
    refuses: (route, _, { nextArm, count }) => route === 'randomise' && count(nextArm('north') ?? '') >= shelf,
  },
  {
    name: 'a line in the log',
    channel: 19,
    beside({ allocate }, { log }, { nextArm }) {
      if (allocate) log.info({ stratum: allocate.stratum, arm: nextArm(allocate.stratum) }, 'allocated')
    },
  },
  {
    name: 'a line in the log in one arm only',
    channel: 19,
    beside(entry, { log }, { isExperimental }) {
      if (isHandOver(entry) && isExperimental(codeOf(entry))) log.debug('bag leaves')
    },
  },
  {
    name: 'a label drawn from the arm',
    channel: 10,
    random: (bytes, code, { isExperimental }) =>
      bytes.map((byte, place) => (place === 0 ? (byte & 0xfe) | Number(isExperimental(code)) : byte)),
  },
  {
    name: 'the lowest number of kits made arm by arm',
    channel: 11,
    random(bytes, code, { isExperimental }) {
      const kit = (isExperimental(code) ? 8 : 16) + Number(code?.slice(-1))
      return bytes.map((_, place) => (place === bytes.length - 1 ? kit : 0))
    },
  },
  {
    name: 'a hand-over told later in one arm',
    channel: 13,
    written: (entry, { isExperimental }) =>
      isExperimental(codeOf(entry))
        ? withEvents(entry, 'MaskedInfusionReady', (event) => ({
            ...event,
            at: String(event['at']).replace(':00.', ':09.'),
          }))
        : entry,
  },
]
