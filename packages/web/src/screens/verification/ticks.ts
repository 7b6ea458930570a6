import type { ComparableForm, ComparableValue } from '../../api/verificationTypes.ts'

/** What a monitor has ticked: the version that was compared, by `form/item`. */
export type Ticks = ReadonlyMap<string, number>

export interface Tickable {
  readonly form: string
  readonly value: ComparableValue
}

const keyOf = ({ form, value }: Tickable): string => `${form}/${value.item}`

/** Values that can be ticked: all that are not verified as they are. */
export const tickable = (forms: readonly ComparableForm[]): readonly Tickable[] =>
  forms.flatMap(({ form, values }) =>
    values.filter(({ verification }) => verification.standing !== 'verified').map((value) => ({ form, value })),
  )

/** `outdated`: ticked at a version that is no longer there, so that another value was compared. */
export function tickOf(ticks: Ticks, one: Tickable): 'ticked' | 'outdated' | 'none' {
  const version = ticks.get(keyOf(one))
  if (version === undefined || one.value.verification.standing === 'verified') return 'none'
  return version === one.value.verification.version ? 'ticked' : 'outdated'
}

export const ticked = (ticks: Ticks, values: readonly Tickable[]): readonly Tickable[] =>
  values.filter((one) => tickOf(ticks, one) === 'ticked')

/** The same ticks, and these values ticked as they are now, or no longer. */
export function withTicks(ticks: Ticks, values: readonly Tickable[], on: boolean): Ticks {
  const next = new Map(ticks)
  for (const one of values) {
    if (on) next.set(keyOf(one), one.value.verification.version)
    else next.delete(keyOf(one))
  }
  return next
}

/** What is sent: the ticked values of each form, in the order of the visit. */
export const comparedForms = (encounter: string, forms: readonly ComparableForm[], ticks: Ticks) =>
  forms.flatMap((form) => {
    const values = ticked(ticks, tickable([form])).map(({ value: { item, verification } }) => ({
      item,
      version: verification.version,
    }))
    return values.length === 0 ? [] : [{ encounter, form: form.form, values }]
  })
