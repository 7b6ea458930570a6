import { findingsOf, type Check } from './finding.ts'
import { conditionsOf, itemsOf, readsOf, topItem } from './walk.ts'

const { error } = findingsOf('blinding')

/**
 * Criteria and rules are shown to blinded roles with the values they used, and their answers alone could tell: they read
 * open items only. So do conditions on who is asked or seen, and the public self-check.
 */
export const blinding: Check = (study) => {
  const items = new Map(itemsOf(study).map(({ path, node }) => [path, node]))
  return [
    ...conditionsOf(study).flatMap(({ path, node }) =>
      readsOf(study, node).flatMap((read) => {
        const group = items.get(`forms.${read.form}.${topItem(read)}`)
        const column =
          'item' in read && read.group !== undefined
            ? items.get(`forms.${read.form}.${read.group}.${read.item}`)
            : group
        return [group, column].every((item) => item === undefined || item.blinding === 'open')
          ? []
          : [
              error(
                path,
                `Reads ${read.form}.${topItem(read)}, which blinded roles must not see.`,
                `Leser ${read.form}.${topItem(read)}, som blindede roller ikke skal se.`,
              ),
            ]
      }),
    ),
    ...[...items]
      .filter(([, item]) => item.selfCheck !== undefined && item.blinding !== 'open')
      .map(([path]) =>
        error(
          path,
          'The public self-check asks for it, but it is not open.',
          'Den åpne selvsjekken spør om det, men det er ikke åpent.',
        ),
      ),
  ]
}
