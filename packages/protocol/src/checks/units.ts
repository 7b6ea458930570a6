import { conversion, isUnit } from '../units.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { itemsOf, nodesOf } from './walk.ts'

const { error } = findingsOf('units')

/** Every unit is one of UCUM’s, and every other unit an item is reported in converts to its own. */
export const units: Check = (study) => {
  const used = new Map<string, string>()
  for (const { path, node } of nodesOf(study))
    if ('unit' in node && typeof node.unit === 'string' && !used.has(node.unit)) used.set(node.unit, path)
  return [
    ...[...used].filter(([unit]) => !isUnit(unit)).map(([unit, path]) => unknown(path, unit)),
    ...itemsOf(study).flatMap(({ path, node: { unit, units: converted, alsoIn } }): readonly Finding[] => {
      if (unit === undefined) return []
      if (!isUnit(unit)) return used.has(unit) ? [] : [unknown(path, unit)]
      return (alsoIn ?? [])
        .filter((other) => converted?.[other] === undefined)
        .map((other) =>
          isUnit(other)
            ? error(
                path,
                `${other} does not convert to ${unit}${conversion(other, unit, 100) === undefined ? '' : ' without a molar mass'}.`,
                `${other} kan ikke regnes om til ${unit}${conversion(other, unit, 100) === undefined ? '' : ' uten molar masse'}.`,
              )
            : unknown(path, other),
        )
    }),
  ]
}

const unknown = (path: string, unit: string): Finding =>
  error(path, `“${unit}” is not a unit of UCUM.`, `«${unit}» er ikke en enhet i UCUM.`)
