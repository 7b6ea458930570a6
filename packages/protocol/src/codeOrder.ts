import type { CompiledItem, CompiledStudy } from './compiled.ts'

type Later = 'checks' | 'deviations' | 'required'
type Earlier = Omit<CompiledStudy, Later> & Partial<Pick<CompiledStudy, Later>>

/**
 * The study with every code list in its author's order, whatever order the JSON it was read from had. One compiled before
 * studies had edit checks or deviations of their own has none.
 */
export const inOrder = ({ checks, deviations, required, ...study }: Earlier): CompiledStudy => ({
  ...study,
  checks: checks ?? [],
  deviations: deviations ?? [],
  required: required ?? [],
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
