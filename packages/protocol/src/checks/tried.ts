import { fact, trialEvents, UNRECORDED, type EvaluationRecord } from '../expression/fact.ts'
import type { StudyScope } from '../expression/scope.ts'
import { askedOn, type Variable } from './candidates.ts'

/* Records made of values worth trying: all combinations where they are few, otherwise drawn ones, the same each time. */

/** So many combinations are tried one by one; of more, so many are drawn. */
export const most = 5000

export const combinationsOf = (variables: readonly Variable[]): number =>
  variables.reduce((count, { values }) => count * values.length, 1)

/** Which of its values each variable has. */
export type Picked = (variable: Variable) => number | undefined

export function* picks(variables: readonly Variable[]): Generator<Picked> {
  yield* combinationsOf(variables) <= most ? each(variables) : drawn(variables)
}

function* each(variables: readonly Variable[]): Generator<Picked> {
  const count = combinationsOf(variables)
  for (let number = 0; number < count; number += 1) {
    let rest = number
    const chosen = new Map<Variable, number>()
    for (const variable of variables) {
      chosen.set(variable, rest % variable.values.length)
      rest = Math.floor(rest / variable.values.length)
    }
    yield (variable) => chosen.get(variable)
  }
}

/** First every variable at its first, second … value at once, then drawn ones. */
function* drawn(variables: readonly Variable[]): Generator<Picked> {
  const longest = Math.max(...variables.map(({ values }) => values.length))
  for (let step = 0; step < longest; step += 1) yield ({ values }) => step % values.length
  let state = 1
  for (let draw = 0; draw < most; draw += 1) {
    const chosen = new Map<Variable, number>()
    for (const variable of variables) {
      // Park and Miller’s generator, CACM 31 (1988) 1192: repeatable, which is all that is asked of it here.
      state = (state * 48271) % 2147483647
      chosen.set(variable, state % variable.values.length)
    }
    yield (variable) => chosen.get(variable)
  }
}

/** A record with the values picked; what is not picked was not recorded. */
export function recordOf(scope: StudyScope, variables: readonly Variable[], pick: Picked): EvaluationRecord {
  const facts = scope.slots.map(() => UNRECORDED)
  const events = trialEvents.map(() => UNRECORDED)
  for (const variable of variables) {
    const index = pick(variable)
    const value = (index === undefined ? undefined : variable.values[index]) ?? UNRECORDED
    if ('slot' in variable.place) facts[variable.place.slot] = value
    else events[variable.place.event] = value
  }
  return { facts, events, today: fact({ low: askedOn, high: askedOn }) }
}
