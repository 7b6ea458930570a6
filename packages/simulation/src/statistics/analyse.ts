import type { CompiledStudy } from '@trialwright/protocol'
import type { AnalysisSet } from '../report/analysis.ts'
import { literal, type R, readRows } from './r.ts'

export interface Contrast {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  readonly p: number
  readonly n: number
}

export interface ArmSummary {
  readonly title: string
  readonly n: number
  readonly mean: number
  readonly sd: number
}

export interface Analysis {
  /** Which R it was. */
  readonly by: string
  readonly measure: string
  /** The arm the estimate is of, and the one it is against. */
  readonly arms: readonly [against: string, of: string]
  readonly baseline: readonly ArmSummary[]
  readonly endpoint: readonly ArmSummary[]
  readonly change: readonly ArmSummary[]
  readonly ancova: Contrast
  readonly ancovaBySite: Contrast
  /** Visits after the baseline, all in one model. */
  readonly visits: readonly (Contrast & { readonly encounter: string })[]
  readonly joint: number
}

/** The primary analysis, by R: arms in the definition's order, a placebo or comparator being what the other is held against. */
export async function analyse(r: R, { outcomes, arms }: CompiledStudy, set: AnalysisSet): Promise<Analysis> {
  const [of, against] = [...arms].sort((a, b) => rank(a.type) - rank(b.type))
  if (!of || !against || arms.length !== 2) throw new RangeError('two arms are compared, no more and no fewer')
  const rows = set.rows.filter(({ arm }) => arm === of.id || arm === against.id)
  const column = (name: string) => literal(rows.map(({ measures }) => measures[name] ?? null))
  const arm = literal(rows.map((row) => Number(row.arm === of.id)))
  const [baseline, endpoint] = [column(set.baseline), column(set.endpoint)]
  const ask = async (expression: string) => readRows(await r.text(expression))
  const visits = set.encounters.slice(set.encounters.indexOf(set.baseline) + 1)
  const table = `c(${visits.map(column).join(', ')})`
  const summary = async (values: string) =>
    summariesOf(await ask(`summaries(${arm}, ${values})`), [against.title.en, of.title.en])
  // All of it is asked at once: R works through it while whoever asked does something else.
  const [all, before, after, change, ancova, bySite] = await Promise.all([
    ask(`all_visits(${arm}, ${baseline}, ${table}, ${literal(visits)})`),
    summary(baseline),
    summary(endpoint),
    summary(`${endpoint} - ${baseline}`),
    ask(`ancova(${arm}, ${baseline}, ${endpoint})`),
    ask(`ancova_by_site(${arm}, ${baseline}, ${endpoint}, ${literal(rows.map(({ site }) => site))})`),
  ])
  return {
    by: r.name,
    measure: outcomes.primary.title.en,
    arms: [against.title.en, of.title.en],
    baseline: before,
    endpoint: after,
    change,
    ancova: contrastOf(ancova),
    ancovaBySite: contrastOf(bySite),
    visits: visits.map((encounter) => {
      const [estimate = NaN, lower = NaN, upper = NaN, p = NaN, n = NaN] = all.get(encounter) ?? []
      return { encounter, estimate, lower, upper, p, n }
    }),
    joint: all.get('joint')?.[3] ?? NaN,
  }
}

const rank = (type: CompiledStudy['arms'][number]['type']): number => (type === 'experimental' ? 0 : 1)

function contrastOf(found: ReadonlyMap<string, readonly number[]>): Contrast {
  const value = (name: string) => found.get(name)?.[0] ?? NaN
  return { estimate: value('estimate'), lower: value('lower'), upper: value('upper'), p: value('p'), n: value('n') }
}

const summariesOf = (found: ReadonlyMap<string, readonly number[]>, titles: readonly string[]): readonly ArmSummary[] =>
  titles.map((title, at) => ({
    title,
    n: found.get('n')?.[at] ?? 0,
    mean: found.get('mean')?.[at] ?? NaN,
    sd: found.get('sd')?.[at] ?? NaN,
  }))
