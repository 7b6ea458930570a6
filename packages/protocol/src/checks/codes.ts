import type { CompiledItem } from '../compiled.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { itemsOf, nodesOf } from './walk.ts'

const { error, warning } = findingsOf('codes')

/** Coded items offer answers, and what reads them asks for answers they offer. */
export const codes: Check = (study) => {
  const items = new Map(itemsOf(study).map(({ path, node }) => [path, node]))
  return [
    ...[...items].flatMap(([path, item]) => offered(path, item)),
    ...nodesOf(study).flatMap(({ path, node }) => {
      const of = node.kind === 'oneOf' || node.kind === 'lookup' ? node.of : undefined
      if (of === undefined) return []
      const place = ['forms', of.form, ...(of.group === undefined ? [] : [of.group]), of.item].join('.')
      const known = Object.keys(items.get(place)?.codes ?? {})
      const named = node.kind === 'oneOf' ? node.codes : Object.keys(node.kind === 'lookup' ? node.table : {})
      const unscored = node.kind === 'lookup' ? known.filter((code) => !named.includes(code)) : []
      return [
        ...named
          .filter((code) => !known.includes(code))
          .map((code) => error(path, `${place} has no answer ${code}.`, `${place} har ikke svaret ${code}.`)),
        ...unscored.map((code) =>
          error(path, `The answer ${code} of ${place} has no score.`, `Svaret ${code} på ${place} har ingen skår.`),
        ),
      ]
    }),
  ]
}

function offered(path: string, item: CompiledItem): readonly Finding[] {
  const count = Object.keys(item.codes ?? {}).length
  const rowFor = item.columns?.find(({ id }) => id === item.rowFor)
  return [
    ...(item.type === 'coded' && count === 0
      ? [error(path, 'A coded item without answers.', 'Et spørsmål med svaralternativer har ingen.')]
      : []),
    ...(item.type === 'coded' && count === 1
      ? [warning(path, 'One answer alone asks nothing.', 'Ett svaralternativ alene spør ikke om noe.')]
      : []),
    ...(item.rowFor !== undefined && rowFor?.codes === undefined
      ? [
          error(
            path,
            `The fixed rows are those of a coded column, and ${item.rowFor} is none.`,
            `De faste radene følger en kolonne med svaralternativer, og ${item.rowFor} er ikke det.`,
          ),
        ]
      : []),
  ]
}
