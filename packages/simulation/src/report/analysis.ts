import type { CompiledStudy, LaboratoryRange, Study } from '@trialwright/protocol'
import { of, type Told } from './events.ts'
import { factsAt } from './facts.ts'

/** One randomised participant as the statistician gets him after unblinding. */
export interface AnalysisRow {
  readonly code: string
  readonly site: string
  readonly arm: string
  readonly infusions: number
  /** The primary measure at each encounter that has it, by encounter; null where it was not measured or is not known. */
  readonly measures: Readonly<Record<string, number | null>>
}

export interface AnalysisSet {
  /** Encounters at which the primary measure is taken, in the protocol's order. */
  readonly encounters: readonly string[]
  /** Where the first infusion is given: the baseline. */
  readonly baseline: string
  readonly endpoint: string
  readonly rows: readonly AnalysisRow[]
}

/** Everybody who was given at least one infusion, by the arm allocated (the modified intention to treat). */
export function analysisSetOf(study: Study, people: readonly Told[], ranges: readonly LaboratoryRange[]): AnalysisSet {
  const { compiled } = study
  const { encounter: endpoint } = compiled.outcomes.primary
  const rows = people.flatMap((told) => rowOf(study, told, ranges) ?? [])
  const encounters = compiled.encounters
    .map(({ id }) => id)
    .filter((id) => rows.some(({ measures }) => typeof measures[id] === 'number'))
  return { encounters, baseline: baselineOf(compiled), endpoint, rows }
}

export const baselineOf = ({ encounters }: CompiledStudy): string =>
  encounters.find(({ administers }) => administers)?.id ?? ''

function rowOf(study: Study, told: Told, ranges: readonly LaboratoryRange[]): AnalysisRow | undefined {
  const infusions = of(told.open, 'InfusionStarted').length
  if (told.arm === undefined || infusions === 0) return undefined
  const facts = factsAt(told, ranges)
  const measures = Object.fromEntries(
    study.compiled.encounters.map(({ id }) => {
      // What was answered at this encounter alone: a questionnaire left out is not taken from an earlier one.
      const forms = facts.forms.filter(({ encounter }) => encounter === id)
      const value = study.number(study.compiled.outcomes.primary.measure, study.record({ ...facts, forms }))
      return [id, value && value.low === value.high ? value.low : null]
    }),
  )
  return { code: told.code, site: told.site, arm: told.arm, infusions, measures }
}

/** As a table for R: one line a participant, empty where nothing is known. */
export function analysisCsv({ encounters, rows }: AnalysisSet): string {
  const head = ['code', 'site', 'arm', 'infusions', ...encounters]
  const lines = rows.map(({ code, site, arm, infusions, measures }) =>
    [code, site, arm, infusions, ...encounters.map((id) => measures[id] ?? '')].join(','),
  )
  return `${[head.join(','), ...lines].join('\n')}\n`
}
