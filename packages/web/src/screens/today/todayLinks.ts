import type { TodayLine } from '../../api/todayTypes.ts'

/** Where the work of a line is done. */
export function todayLink(study: string, group: string, { code, encounter }: TodayLine): string {
  const own = `/studies/${study}/participants/${code}`
  switch (group) {
    case 'ready':
    case 'requested':
      return `${own}/infusions/${encounter}`
    case 'expiring':
      return `${own}/screening`
    case 'queries':
      return `/studies/${study}/queries?participant=${code}`
    case 'held':
      return `${own}/treatment`
    case 'void':
    case 'unsigned':
      return `${own}/signatures`
    default:
      return encounter === undefined ? own : `${own}/encounters/${encounter}`
  }
}
