import { escaped } from './svg.ts'

export type Rows = readonly (readonly (string | number)[])[]

/** Numbers to the right, texts to the left. */
export function table(head: readonly string[], rows: Rows): string {
  const isNumber = head.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === 'number'))
  const cell = (tag: 'th' | 'td', content: string | number, at: number) =>
    `<${tag}${isNumber[at] ? ' class="number"' : ''}>${escaped(String(content))}</${tag}>`
  return `<table><thead><tr>${head.map((name, at) => cell('th', name, at)).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((content, at) => cell('td', content, at)).join('')}</tr>`)
    .join('')}</tbody></table>`
}
