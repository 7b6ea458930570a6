import { addDuration } from '@trialwright/protocol'
import type { QueryStatus } from '../../api/queryTypes.ts'

export interface Filter {
  /** Empty: those that wait, open or answered. */
  readonly status: QueryStatus | ''
  readonly site: string
  /** Code of the one participant whose queries are wanted. */
  readonly participant?: string
  /** Has waited more than so many days; 0 for all. */
  readonly days: number
}

export const everything: Filter = { status: '', site: '', days: 0 }
export const ages = [3, 7, 30] as const

/** What the server is asked for. */
export function parametersOf(
  { status, site, participant, days }: Filter,
  today: string,
  after: string | undefined,
): string {
  const wanted = new URLSearchParams()
  if (status !== '') wanted.set('status', status)
  if (site !== '') wanted.set('site', site)
  if (participant !== undefined) wanted.set('participant', participant)
  if (days > 0) wanted.set('before', addDuration(today, { value: -days, unit: 'd' }))
  if (after !== undefined) wanted.set('after', after)
  const text = wanted.toString()
  return text === '' ? '' : `?${text}`
}
