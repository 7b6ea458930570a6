import type { Spread } from './rounds.ts'

/** One figure: what was measured, and the goal it is held against, if any. */
export interface Line {
  readonly name: string
  readonly figure: string
  readonly spread?: string
  readonly ratio?: string
  readonly goal?: string
  readonly met?: boolean
}

export interface Section {
  readonly title: string
  /** What one was compared with, and how many were asked. */
  readonly about: string
  readonly lines: readonly Line[]
}

export interface Options {
  /** A smoke run: everything is done once or so, and no figure means anything. */
  readonly quick: boolean
  readonly say: (text: string) => void
}

export const number = (value: number): string =>
  value >= 100 || Number.isInteger(value) ? Math.round(value).toLocaleString('en') : value.toPrecision(3)

export const range = ({ min, max }: Spread): string => `${number(min)}–${number(max)}`

/** The section as a Markdown table, which reads as text too. */
export function tableOf({ title, about, lines }: Section): string {
  const head = ['', 'median', 'least–most', 'ratio (least–most)', 'goal', ''] as const
  const rows = lines.map((line) => [
    line.name,
    line.figure,
    line.spread ?? '',
    line.ratio ?? '',
    line.goal ?? '',
    line.met === undefined ? '' : line.met ? 'met' : 'MISSED',
  ])
  const widths = head.map((text, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? text).length)))
  const lineOf = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [`### ${title}`, '', about, '', lineOf(head), rule, ...rows.map(lineOf), ''].join('\n')
}
