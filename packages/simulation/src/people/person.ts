import type { CompiledForm, CompiledItem, CompiledStudy } from '@trialwright/protocol'
import type {
  Draws,
  Moment,
  Scenario,
  SimulationModel,
  VirtualAnswers,
  VirtualPerson,
} from '@trialwright/protocol/simulation'
import { sampleItem } from './sample.ts'

/** A virtual participant with a place and a day of arrival; the truth comes from the study's model. */
export interface Candidate {
  readonly index: number
  readonly site: string
  /** Local calendar day, `2026-11-22`. */
  readonly arrives: string
}

export interface Mistake {
  readonly item: string
  readonly typed: number
  readonly right: number
}

export interface Participant extends VirtualPerson {
  /** All answers of a form: those the truth gives, and the rest by the items' models. */
  fill(form: CompiledForm, at: Moment): VirtualAnswers
  /** Numbers typed wrong at first, by item. */
  mistakes(form: CompiledForm, at: Moment, answers: VirtualAnswers): readonly Mistake[]
  /** Chance of the person's own, by name. */
  readonly draws: Draws
}

export function participantOf(
  {
    model,
    draws: all,
    scenario,
  }: { readonly model: SimulationModel; readonly draws: Draws; readonly scenario: Scenario },
  { index, arrives }: Pick<Candidate, 'index' | 'arrives'>,
): Participant {
  const draws = all.of('person', index)
  const person = model.person(draws.of('truth'), { scenario, arrives })
  const modelOf = (form: CompiledForm, item: CompiledItem) => model.items[`${form.id}.${item.id}`]
  return {
    ...person,
    draws,
    fill(form, at) {
      const given = person.answers(form.id, at)
      const isTold = Object.keys(given).length > 0
      return Object.fromEntries(
        form.items.map((item) => {
          if (item.id in given) return [item.id, given[item.id]]
          // Who says there was no reaction lists none: what may be left out is, unless the study models it.
          if (isTold && item.optional && modelOf(form, item) === undefined) return [item.id, undefined]
          const own = draws.of('answer', at.encounter, at.returns, form.id, item.id)
          const columns = (column: string) => model.items[`${form.id}.${item.id}.${column}`]
          return [item.id, sampleItem(item, modelOf(form, item), own, at.day, columns)]
        }),
      )
    },
    mistakes(form, at, answers) {
      return form.items.flatMap((item) => {
        const right = answers[item.id]
        if (typeof right !== 'number') return []
        const share = modelOf(form, item)?.mistyped ?? 0
        if (share === 0) return []
        const own = draws.of('mistake', at.encounter, form.id, item.id)
        if (!own.chance(share)) return []
        const wrong = exchanged(right)
        const [low, high] = item.plausible ?? item.range ?? [-Infinity, Infinity]
        return wrong === right || wrong < low || wrong > high ? [] : [{ item: item.id, typed: wrong, right }]
      })
    },
  }
}

/** The commonest slip on a keyboard: two digits that change places, 72 for 27. */
export function exchanged(value: number): number {
  const [whole = '', rest] = String(value).split('.')
  const at = whole.length - 2
  if (at < 0) return value
  const turned = whole.slice(0, at) + whole[at + 1]! + whole[at]!
  return Number(rest === undefined ? turned : `${turned}.${rest}`)
}

/** The trial's forms by their name. */
export const formsOf = ({ forms }: CompiledStudy): ReadonlyMap<string, CompiledForm> =>
  new Map(forms.map((form) => [form.id, form]))
