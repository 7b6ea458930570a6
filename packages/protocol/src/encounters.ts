import type { CompiledEncounter, CompiledStudy } from './compiled.ts'

/*
 * Where forms are filled in besides the planned encounters: logs, which run from consent to the end, and unscheduled visits,
 * of which there may be any number. Both are told as encounters, so that whatever names an encounter can name them.
 */

const visitId = /^unscheduled([1-9]\d{0,2})$/

/** The id of a participant's n-th unscheduled visit, from 1. */
export const unscheduledId = (number: number): string => `unscheduled${number}`

/** 3 of `unscheduled3`; undefined for any other encounter. */
export const unscheduledNumber = (id: string): number | undefined => {
  const [, number] = visitId.exec(id) ?? []
  return number === undefined ? undefined : Number(number)
}

/** The planned encounter, the log or the unscheduled visit of that id. */
export function encounterOf(study: CompiledStudy, id: string): CompiledEncounter | undefined {
  return (
    study.encounters.find((each) => each.id === id) ??
    logsOf(study).find((each) => each.id === id) ??
    unscheduledVisit(study, id)
  )
}

export const logsOf = ({ logs = [], epochs }: CompiledStudy): readonly CompiledEncounter[] =>
  logs.map(({ id, title, short, forms }) => ({ ...unplanned(epochs), id, title, short, forms, contact: 'log' }))

function unscheduledVisit({ unscheduled, epochs }: CompiledStudy, id: string): CompiledEncounter | undefined {
  const number = unscheduledNumber(id)
  if (unscheduled === undefined || number === undefined) return undefined
  const { title, short, forms } = unscheduled
  return {
    ...unplanned(epochs),
    id,
    title: { en: `${title.en} ${number}`, nb: `${title.nb} ${number}` },
    short: { en: `${short.en}${number}`, nb: `${short.nb}${number}` },
    forms,
    contact: 'unscheduled',
  }
}

/** From the day of consent on, at any time. */
const unplanned = (epochs: CompiledStudy['epochs']) => ({
  epoch: epochs[0]?.id ?? '',
  anchor: 'consent' as const,
  at: { value: 0, unit: 'd' as const },
  window: { early: 0, late: 0 },
  procedures: [],
  administers: false,
})
