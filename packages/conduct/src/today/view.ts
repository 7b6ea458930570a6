import { dayNumber, type Text } from '@trialwright/protocol'
import { firstOf } from '../firstOf.ts'
import type { ParticipantSummary } from '../participant/types.ts'
import { type Audience, audiencesOf } from '../queries/audience.ts'
import { remembered } from '../remembered.ts'
import type { Role } from '../roles.ts'

/** What waits for somebody, most pressing first. */
export const todayGroups = [
  'overdue',
  'today',
  'ready',
  'requested',
  'expiring',
  'reconsent',
  'held',
  'void',
  'unsigned',
  'queries',
  'missing',
  'thisWeek',
] as const
export type TodayGroup = (typeof todayGroups)[number]

export interface TodayLine {
  readonly code: string
  readonly site: string
  /** Where the work is done, where it is one encounter's. */
  readonly encounter?: string
  readonly title?: Text
  /** Since when, until when or on which day, as the group says. */
  readonly day?: string
  readonly count?: number
  /** Criteria that run out. */
  readonly criteria?: readonly string[]
}

export interface TodayView {
  readonly today: string
  /** Participants at the reader's sites. */
  readonly participants: number
  readonly groups: readonly {
    readonly group: TodayGroup
    readonly total: number
    readonly lines: readonly TodayLine[]
  }[]
}

const site: readonly TodayGroup[] = todayGroups.filter((group) => group !== 'void' && group !== 'unsigned')

/** Which groups a role's first page has, in this order. */
const groupsFor: Partial<Readonly<Record<Role, readonly TodayGroup[]>>> = {
  coordinator: site,
  nurse: ['ready', 'requested', ...site.filter((group) => group !== 'ready' && group !== 'requested')],
  investigator: ['void', 'held', 'unsigned', ...site.filter((group) => group !== 'held')],
  monitor: ['queries', 'void', 'missing', 'overdue', 'unsigned', 'held', 'reconsent'],
  dataManager: ['queries', 'missing', 'void', 'unsigned', 'overdue'],
  inspector: ['void', 'queries', 'missing', 'overdue', 'unsigned'],
}

const most = 25
const soon = 7

/**
 * The first page of a working day, from the list's rows alone: each line is a thing to do, at one place. Made once for each
 * role as long as no row changes.
 */
export const todayView = (
  rows: readonly ParticipantSummary[],
  role: Role,
  today: string,
  unblinded = false,
): TodayView => made(rows, role, today, unblinded)

const made = remembered(viewOf, 10)

function viewOf(rows: readonly ParticipantSummary[], role: Role, today: string, unblinded: boolean): TodayView {
  const audiences = audiencesOf(role, unblinded)
  return {
    today,
    participants: rows.length,
    groups: (groupsFor[role] ?? []).flatMap((group) => {
      const lines = rows.flatMap((row) =>
        finders[group](row, audiences).map((line) => ({ code: row.code, site: row.site, ...line })),
      )
      if (lines.length === 0) return []
      return [{ group, total: lines.length, lines: firstOf(lines, most, byDay) }]
    }),
  }
}

/** Those with the earliest day first, those without one last; of one day in order of code. */
function byDay(a: TodayLine, b: TodayLine): number {
  const [one, two] = [a.day ?? '9999', b.day ?? '9999']
  if (one !== two) return one < two ? -1 : 1
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}

type Found = Omit<TodayLine, 'code' | 'site'>

const finders: Readonly<
  Record<TodayGroup, (row: ParticipantSummary, audiences: readonly Audience[]) => readonly Found[]>
> = {
  overdue: (row) =>
    visits(
      row,
      ({ state }) => state === 'overdue',
      (waiting) => waiting.to ?? waiting.planned,
    ),
  today: (row) => visits(row, (waiting) => isDue(waiting, row.today), dayOf),
  thisWeek: (row) =>
    visits(
      row,
      (waiting) => {
        const day = waiting.booked ?? waiting.from ?? waiting.planned
        if (waiting.state === 'overdue' || day === undefined || isDue(waiting, row.today)) return false
        const ahead = dayNumber(day) - dayNumber(row.today)
        return ahead > 0 && ahead <= soon
      },
      dayOf,
    ),
  ready: (row) => bags(row, 'ready'),
  requested: (row) => bags(row, 'requested'),
  expiring: ({ expiring }) => (expiring ? [expiring] : []),
  reconsent: ({ reconsentDue, reconsentFrom: day }) => (reconsentDue ? [day === undefined ? {} : { day }] : []),
  held: ({ held }) => (held ? [{}] : []),
  missing: ({ missing: count }) => (count > 0 ? [{ count }] : []),
  queries: ({ openQueries }, audiences) => {
    const count = audiences.reduce((sum, audience) => sum + openQueries[audience], 0)
    return count > 0 ? [{ count }] : []
  },
  void: (row) => counted(row, 'voidSignatures'),
  unsigned: (row) => counted(row, 'unsignedVisits'),
}

type Waits = ParticipantSummary['waiting'][number]

/** Agreed for today, or open since today or before with nothing agreed. */
const isDue = ({ state, booked }: Waits, today: string): boolean =>
  booked === undefined ? state === 'due' : state !== 'overdue' && booked <= today

const dayOf = ({ booked, planned }: Waits): string | undefined => booked ?? planned

const visits = (
  { waiting }: ParticipantSummary,
  fits: (waiting: Waits) => boolean,
  day: (waiting: Waits) => string | undefined,
): readonly Found[] =>
  waiting.filter(fits).map((each) => {
    const on = day(each)
    return { encounter: each.encounter, title: each.title, ...(on !== undefined && { day: on }) }
  })

const bags = ({ bags: all = [] }: ParticipantSummary, state: 'ready' | 'requested'): readonly Found[] =>
  all.filter((bag) => bag.state === state).map(({ encounter, title, day }) => ({ encounter, title, day }))

function counted({ open = [] }: ParticipantSummary, wanted: string): readonly Found[] {
  const count = open.find(({ line }) => line === wanted)?.count ?? 0
  return count > 0 ? [{ count }] : []
}
