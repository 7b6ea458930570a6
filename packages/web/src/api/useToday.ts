import { localDay, localTime } from '@trialwright/protocol'
import { useMe } from './queries.ts'

/** The study clock's calendar day where the reader is; sites' own days come with their pages. */
export function useToday(): string {
  const now = useMe().data?.now
  return localDay(now ?? new Date().toISOString(), new Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/** The study clock's time of day in a zone, `14:05`. */
export function useClock(timeZone: string): string {
  const now = useMe().data?.now ?? new Date().toISOString()
  return localTime(Date.parse(now), timeZone).slice(11, 16)
}
