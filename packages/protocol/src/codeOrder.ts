import type { CompiledItem, CompiledStudy } from './compiled.ts'

/**
 * The study with every code list in its author's order, whatever order the JSON it was read from had. One compiled before
 * studies had edit checks has none.
 */
export const inOrder = ({
  checks,
  ...study
}: Omit<CompiledStudy, 'checks'> & Partial<CompiledStudy>): CompiledStudy => ({
  ...study,
  checks: checks ?? [],
  forms: study.forms.map((form) => ({ ...form, items: form.items.map(ordered) })),
})

function ordered(item: CompiledItem): CompiledItem {
  const { codes, codeOrder, columns } = item
  return {
    ...item,
    ...(columns === undefined ? {} : { columns: columns.map(ordered) }),
    ...(codes === undefined || codeOrder === undefined
      ? {}
      : {
          codes: Object.fromEntries(
            codeOrder.flatMap((code) => (codes[code] === undefined ? [] : [[code, codes[code]]])),
          ),
        }),
  }
}
