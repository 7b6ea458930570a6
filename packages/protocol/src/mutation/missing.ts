import { formatDate } from '../value/formatDate.ts'
import { isoOf } from '../value/calendar.ts'
import type { CompiledItem, CompiledStudy } from '../compiled.ts'
import { variablesOf, type Variable } from '../checks/candidates.ts'
import { isComposite } from '../checks/possible.ts'
import { combinationsOf, most, picks, recordOf, type Picked } from '../checks/tried.ts'
import { NO_ROW, trialEvents, type EvaluationRecord, type Fact } from '../expression/fact.ts'
import { NO, UNKNOWN, YES } from '../expression/answer.ts'
import type { ExpressionNode, NumberNode } from '../expression/nodes.ts'
import type { Asked } from '../examples.ts'
import { numberWords, quantityWords } from '../expression/say.ts'
import { scopeOf, type StudyScope } from '../expression/scope.ts'
import type { Text } from '../text.ts'

/** Somebody two expressions answer differently for, told by what makes the difference; or that nobody can be. */
export type MissingCase = { readonly found: 'person'; readonly person: Text } | { readonly found: 'nobody' | 'unknown' }

/**
 * Looks for the case that is missing. `nobody` is said where every combination of values around every limit was tried, so
 * that the two say the same; `unknown` where not all could be.
 */
export function missingCase(study: CompiledStudy, before: Sayer, after: Sayer): MissingCase {
  const scope = scopeOf(study)
  const [one, other] = [answerOf(scope, before), answerOf(scope, after)]
  const nodes = [before, after].flatMap(nodesOf)
  const variables = together(nodes.flatMap((node) => variablesOf(study, scope, node)))
  const differ = (pick: Picked) => {
    const record = recordOf(scope, variables, pick)
    return one(record) !== other(record)
  }
  for (const pick of picks(variables)) {
    if (differ(pick)) return { found: 'person', person: told(scope, variables, fewest(variables, pick, differ)) }
  }
  const all = combinationsOf(variables) <= most && variables.every(({ whole }) => whole)
  return { found: all && !nodes.some((node) => isComposite(study, node)) ? 'nobody' : 'unknown' }
}

/** What says something of a person: a rule its answer, a score its number. */
type Sayer = Asked | NumberNode

const nodesOf = (sayer: Sayer): readonly ExpressionNode[] =>
  'kind' in sayer ? [sayer] : [sayer.holds, ...(sayer.appliesTo === undefined ? [] : [sayer.appliesTo])]

function answerOf(scope: StudyScope, sayer: Sayer): (record: EvaluationRecord) => number | string {
  if ('kind' in sayer) {
    const { low, high } = scope.number(sayer)
    return (record) => `${low(record, NO_ROW)} ${high(record, NO_ROW)}`
  }
  const holds = scope.condition(sayer.holds)
  const applies = sayer.appliesTo === undefined ? () => YES : scope.condition(sayer.appliesTo)
  return (record) => {
    const concerns = applies(record, NO_ROW)
    return concerns === YES ? holds(record, NO_ROW) : concerns === NO ? 'notApplicable' : UNKNOWN
  }
}

const together = (variables: readonly Variable[]): readonly Variable[] =>
  [...Map.groupBy(variables, ({ key }) => key).values()].map((same) => ({
    ...same[0]!,
    values: same.flatMap(({ values }) => values),
    whole: same.every(({ whole }) => whole),
  }))

/** The person with everything left out that makes no difference. */
function fewest(variables: readonly Variable[], pick: Picked, differ: (pick: Picked) => boolean): Picked {
  const left = new Set<Variable>()
  const without = (variable: Variable) => (left.has(variable) ? undefined : pick(variable))
  for (const variable of variables) {
    left.add(variable)
    if (!differ(without)) left.delete(variable)
  }
  return without
}

function told(scope: StudyScope, variables: readonly Variable[], pick: Picked): Text {
  const parts = variables.flatMap((variable): readonly Text[] => {
    const index = pick(variable)
    const value = index === undefined ? undefined : variable.values[index]
    if (value === undefined) return []
    if ('event' in variable.place) {
      const event = trialEvents[variable.place.event] ?? ''
      const { en, nb } = day(value.low)
      return [{ en: `${event} ${en}`, nb: `${event} ${nb}` }]
    }
    const slot = scope.slots[variable.place.slot]
    if (slot === undefined) return []
    const item = scope.item(slot.form, slot.item)
    const said = sayFact(item, value)
    const when = typeof slot.at === 'object' ? ` (${slot.at.encounter})` : slot.at === 'latest' ? '' : ` (${slot.at})`
    return [{ en: `${item.label.en}${when}: ${said.en}`, nb: `${item.label.nb}${when}: ${said.nb}` }]
  })
  if (parts.length === 0) return { en: 'nothing recorded', nb: 'ingenting registrert' }
  return { en: parts.map(({ en }) => en).join('; '), nb: parts.map(({ nb }) => nb).join('; ') }
}

const day = (low: number): Text => {
  const iso = isoOf(low)
  return { en: formatDate(iso, 'en'), nb: formatDate(iso, 'nb') }
}

function sayFact(item: CompiledItem, { low, code, rows, refLow, refHigh }: Fact): Text {
  if (rows !== undefined) {
    const said = rows.map((row) =>
      row.flatMap((cell, index) => {
        const column = item.columns?.[index]
        if (column === undefined || column.type === 'text' || column.type === 'time') return []
        const { en, nb } = sayFact(column, cell)
        return [{ en: `${column.label.en} ${en}`, nb: `${column.label.nb} ${nb}` }]
      }),
    )
    const list = (language: 'en' | 'nb') => said.map((row) => `[${row.map((cell) => cell[language]).join(', ')}]`)
    return said.length === 0 ? { en: 'none', nb: 'ingen' } : { en: list('en').join(' '), nb: list('nb').join(' ') }
  }
  if (code !== undefined) return item.codes?.[code] ?? { en: code, nb: code }
  if (item.type === 'date') return day(low)
  const value = quantityWords(low, item.unit ?? '')
  if (Number.isNaN(refLow) && Number.isNaN(refHigh)) return value
  const [from, to] = [numberWords(refLow), numberWords(refHigh)]
  return { en: `${value.en} (limits ${from.en} to ${to.en})`, nb: `${value.nb} (grenser ${from.nb} til ${to.nb})` }
}
