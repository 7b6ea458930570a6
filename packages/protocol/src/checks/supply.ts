import { findingsOf, type Check } from './finding.ts'

const { error } = findingsOf('supply')

/** Stock: every arm whose infusions are prepared has one product, and limits are limits. */
export const supply: Check = ({ supply: kept, arms }) => {
  if (!kept) return []
  const prepared = arms.filter(({ preparation }) => preparation !== undefined)
  const unknown = kept.products.filter((product) => product.arms.some((arm) => !prepared.some(({ id }) => id === arm)))
  return [
    ...unknown.map(({ id }) =>
      error(
        `supply.products.${id}.arms`,
        'Names an arm for which nothing is prepared from vials.',
        'Nevner en behandlingsarm som det ikke tilberedes noe til fra hetteglass.',
      ),
    ),
    ...prepared
      .filter(({ id }) => kept.products.filter((product) => product.arms.includes(id)).length !== 1)
      .map(({ id }) =>
        error(
          `supply.products`,
          `Arm ${id} must have exactly one product.`,
          `Behandlingsarm ${id} må ha akkurat ett preparat.`,
        ),
      ),
    ...kept.products
      .filter(({ lowest, highest }) => !(lowest < highest))
      .map(({ id }) =>
        error(
          `supply.products.${id}.lowest`,
          'The lowest temperature must be below the highest.',
          'Den laveste temperaturen må være under den høyeste.',
        ),
      ),
    ...(kept.horizon > 0 ? [] : [error('supply.horizon', 'Must be above zero.', 'Må være over null.')]),
    ...(kept.reserve >= 0 ? [] : [error('supply.reserve', 'Must not be below zero.', 'Må ikke være under null.')]),
  ]
}
