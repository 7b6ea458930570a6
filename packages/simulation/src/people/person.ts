import type { CompiledForm, CompiledItem, CompiledStudy } from '@trialwright/protocol'
import type {
  Draws,
  ItemModel,
  Moment,
  Scenario,
  SimulationModel,
  VirtualAnswer,
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
  const asked = askedBy(model)
  return {
    ...person,
    draws,
    fill(form, at) {
      const given = person.answers(form.id, at)
      const isTold = Object.keys(given).length > 0
      const answers: Record<string, VirtualAnswer | undefined> = {}
      for (const { item, modelled, columns } of asked(form)) {
        const told = given[item.id]
        if (told !== undefined || item.id in given) answers[item.id] = told
        // Who says there was no reaction lists none: what may be left out is, unless the study models it.
        else if (isTold && item.optional && modelled === undefined) answers[item.id] = undefined
        else {
          const own = draws.of('answer', at.encounter, at.returns, form.id, item.id)
          answers[item.id] = sampleItem(item, modelled, own, at.day, columns)
        }
      }
      return answers
    },
    mistakes(form, at, answers) {
      return mistyped(asked(form)).flatMap(({ item, share }) => {
        const right = answers[item.id]
        if (typeof right !== 'number') return []
        const own = draws.of('mistake', at.encounter, form.id, item.id)
        if (!own.chance(share)) return []
        const wrong = exchanged(right)
        const [low, high] = item.plausible ?? item.range ?? [-Infinity, Infinity]
        return wrong === right || wrong < low || wrong > high ? [] : [{ item: item.id, typed: wrong, right }]
      })
    },
  }
}

/** An item with what the study's model says of it. */
interface Asked {
  readonly item: CompiledItem
  readonly modelled: ItemModel | undefined
  readonly columns: (column: string) => ItemModel | undefined
}

/** The items of each form with their models, looked up once for all people. */
const askedBy = remembered((model: SimulationModel) =>
  remembered((form: CompiledForm): readonly Asked[] =>
    form.items.map((item) => ({
      item,
      modelled: model.items[`${form.id}.${item.id}`],
      columns: (column) => model.items[`${form.id}.${item.id}.${column}`],
    })),
  ),
)

const mistyped = remembered((asked: readonly Asked[]) =>
  asked.flatMap(({ item, modelled }) => {
    const share = modelled?.mistyped ?? 0
    return share === 0 ? [] : [{ item, share }]
  }),
)

/** Works something out of a thing that never changes once. */
function remembered<Of extends object, Result>(work: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { readonly result: Result }>()
  return (of) => {
    let before = known.get(of)
    if (before === undefined) known.set(of, (before = { result: work(of) }))
    return before.result
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
