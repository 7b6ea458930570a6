import type { Summary } from '../../api/participantTypes.ts'

export interface Filter {
  readonly text: string
  readonly site: string
  readonly status: string
  readonly attention: boolean
}

export const needsAttention = (row: Summary): boolean =>
  row.overdue > 0 || row.held || row.reconsentDue || row.nextDue?.state === 'overdue'

/** Every typed word must occur somewhere in what the row shows. */
export function fits(row: Summary, filter: Filter, shown: readonly string[]): boolean {
  if (filter.site !== '' && row.site !== filter.site) return false
  if (filter.status !== '' && row.status !== filter.status) return false
  if (filter.attention && !needsAttention(row)) return false
  const text = shown.join(' ').toLowerCase()
  return filter.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
