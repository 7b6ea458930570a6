import { findingsOf, type Check } from './finding.ts'

const { error } = findingsOf('verification')

/** The plan of source verification names forms and items that are there, and shares that are shares. */
export const verification: Check = ({ verification: plan, forms }) => {
  if (!plan) return []
  const shares = [['share', plan.sample.share] as const, ...Object.entries(plan.sample.sites ?? {})]
  return [
    ...plan.critical
      .filter(({ form, item }) => {
        const found = forms.find(({ id }) => id === form)
        return !found || (item !== undefined && !found.items.some(({ id }) => id === item))
      })
      .map(({ form, item }) =>
        error(
          'verification.critical',
          `There is no ${item === undefined ? form : `${form}.${item}`} to verify.`,
          `Det finnes ingen ${item === undefined ? form : `${form}.${item}`} å verifisere.`,
        ),
      ),
    ...shares
      .filter(([, share]) => share === undefined || !(share >= 0 && share <= 1))
      .map(([of]) =>
        error(`verification.sample.${of}`, 'A share lies between 0 and 1.', 'En andel ligger mellom 0 og 1.'),
      ),
  ]
}
