import { deviationRules, type DeviationRule } from '@trialwright/conduct'
import { dayNumber } from '@trialwright/protocol'
import { of, stateOf, type Told } from './events.ts'

export interface QueryFigures {
  readonly site: string
  readonly byChecks: number
  readonly byPeople: number
  readonly answered: number
  /** Days from asking to the site's answer or correction, in the middle; undefined where there was none. */
  readonly days?: number
}

export interface DeviationFigures {
  readonly rule: string
  readonly judged: number
  readonly important: number
}

export function queriesOf(sites: readonly string[], people: readonly Told[]): readonly QueryFigures[] {
  return sites.map((site) => {
    const own = people.filter((told) => told.site === site).flatMap((told) => Object.values(stateOf(told).queries))
    const waits = own.flatMap(({ steps }) => {
      const [asked] = steps
      const settled = steps.find(({ kind }) => kind === 'answered' || kind === 'corrected')
      return asked && settled ? [dayNumber(settled.at.slice(0, 10)) - dayNumber(asked.at.slice(0, 10))] : []
    })
    const middle = waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]
    const byChecks = own.filter(({ check }) => check !== undefined).length
    const figures = { site, byChecks, byPeople: own.length - byChecks, answered: waits.length }
    return middle === undefined ? figures : { ...figures, days: middle }
  })
}

/** What was judged of each rule's deviations, the commonest first. */
export function deviationsOf(people: readonly Told[]): readonly DeviationFigures[] {
  const judged = people.flatMap(({ open }) => of(open, 'DeviationClassified'))
  const byRule = Map.groupBy(judged, (event) => String(event['rule']))
  return [...byRule]
    .map(([rule, all]) => ({
      rule: deviationRules[rule as DeviationRule]?.en ?? rule,
      judged: all.length,
      important: all.filter((event) => event['important'] === true).length,
    }))
    .toSorted((a, b) => b.judged - a.judged || (a.rule < b.rule ? -1 : 1))
}
