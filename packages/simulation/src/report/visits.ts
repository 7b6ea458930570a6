import type { CompiledStudy } from '@trialwright/protocol'
import { of, type Told } from './events.ts'

export interface VisitFigures {
  readonly encounter: string
  readonly title: string
  readonly inWindow: number
  readonly outside: number
  readonly missed: number
}

/** The last word on each visit counts: one that was moved is where it was moved to. */
export function visitsOf(compiled: CompiledStudy, people: readonly Told[]): readonly VisitFigures[] {
  return compiled.encounters.map(({ id, title }) => {
    const last = people.flatMap(
      ({ open }) => of(open, 'VisitTookPlace').findLast(({ encounter }) => encounter === id) ?? [],
    )
    const missed = people.filter(({ open }) => of(open, 'VisitMissed').some(({ encounter }) => encounter === id)).length
    const inWindow = last.filter((visit) => visit['inWindow'] === true).length
    return { encounter: id, title: title.en, inWindow, outside: last.length - inWindow, missed }
  })
}

export interface Recruitment {
  /** `2026-11`, without gaps. */
  readonly months: readonly string[]
  readonly sites: readonly { readonly site: string; readonly title: string; readonly byMonth: readonly number[] }[]
}

export function recruitmentOf(compiled: CompiledStudy, people: readonly Told[]): Recruitment {
  const days = people.flatMap(({ site, open }) =>
    of(open, 'ParticipantRandomised').map(({ day = '' }) => ({ site, month: day.slice(0, 7) })),
  )
  const sorted = days.map(({ month }) => month).toSorted()
  const months = monthsFrom(sorted[0], sorted.at(-1))
  return {
    months,
    sites: compiled.sites.map(({ id, title }) => ({
      site: id,
      title: title.en,
      byMonth: months.map((month) => days.filter((each) => each.site === id && each.month === month).length),
    })),
  }
}

function monthsFrom(first: string | undefined, last: string | undefined): readonly string[] {
  if (first === undefined || last === undefined) return []
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  return Array.from({ length: index(last) - index(first) + 1 }, (_, at) => {
    const month = index(first) + at
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
