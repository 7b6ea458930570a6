import type { CompiledItem } from '../compiled.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { itemsOf } from './walk.ts'

const { error } = findingsOf('itemLimits')

/** Limits that some value can meet: hard ones around soft ones, whole decimals, a length. */
export const itemLimits: Check = (study) => [
  ...itemsOf(study).flatMap(({ path, node }) => ofItem(path, node)),
  ...study.forms.flatMap((form) =>
    form.laboratory
      ? []
      : form.items
          .flatMap((item) => [item, ...(item.columns ?? [])])
          .filter(({ type }) => type === 'laboratory')
          .map((item) =>
            error(
              `forms.${form.id}.${item.id}`,
              'A laboratory’s result on a form that does not say which laboratory, so its limits are never found.',
              'Et laboratoriesvar på et skjema som ikke sier hvilket laboratorium, så grensene blir aldri funnet.',
            ),
          ),
  ),
]

function ofItem(path: string, { range, plausible, decimals, length, columns, type }: CompiledItem): readonly Finding[] {
  const reversed = [range, plausible].some((limits) => limits !== undefined && !(limits[0] < limits[1]))
  const outside = range !== undefined && plausible !== undefined && (plausible[0] < range[0] || plausible[1] > range[1])
  const counted = [decimals, length].some((count) => count !== undefined && (!Number.isSafeInteger(count) || count < 0))
  return [
    ...(reversed ? [error(path, 'The lower limit is not below the upper.', 'Nedre grense er ikke under øvre.')] : []),
    ...(outside
      ? [
          error(
            path,
            'The plausible limits reach beyond those that are accepted.',
            'Grensene for det sannsynlige går utenfor det som godtas.',
          ),
        ]
      : []),
    ...(counted
      ? [error(path, 'Decimals and length are whole numbers from 0.', 'Antall desimaler og lengde er hele tall fra 0.')]
      : []),
    ...(type === 'repeat' && (columns ?? []).length === 0
      ? [error(path, 'A repeating group without columns.', 'En gruppe med rader har ingen kolonner.')]
      : []),
  ]
}
