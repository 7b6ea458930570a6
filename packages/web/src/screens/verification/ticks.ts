import type { ComparableForm, ComparableValue } from '../../api/verificationTypes.ts'
import { type Tickable, ticked, type Ticks } from '../../elements/ticks.ts'

/** A value of a form; what is ticked is the version that was compared. */
export interface TickableValue extends Tickable<number> {
  readonly value: ComparableValue
}

export const tickableValue = (form: string, value: ComparableValue): TickableValue => ({
  key: `${form}/${value.item}`,
  version: value.verification.version,
  value,
})

/** Values that can be ticked: all that are not verified as they are. */
export const tickable = (forms: readonly ComparableForm[]): readonly TickableValue[] =>
  forms.flatMap(({ form, values }) =>
    values
      .filter(({ verification }) => verification.standing !== 'verified')
      .map((value) => tickableValue(form, value)),
  )

/** What is sent: the ticked values of each form, in the order of the visit. */
export const comparedForms = (encounter: string, forms: readonly ComparableForm[], ticks: Ticks<number>) =>
  forms.flatMap((form) => {
    const values = ticked(ticks, tickable([form])).map(({ value: { item }, version }) => ({ item, version }))
    return values.length === 0 ? [] : [{ encounter, form: form.form, values }]
  })
