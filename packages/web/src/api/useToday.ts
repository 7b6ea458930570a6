import { instantOf, localTime } from '@trialwright/protocol'
import { useEffect, useState } from 'react'
import { useMe } from './queries.ts'

/** The study clock's instant in milliseconds, running on from what the server last told; undefined until it has. */
function useStudyNow(): number | undefined {
  const { data, dataUpdatedAt } = useMe()
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    const tick = () => setElapsed(Math.max(0, Date.now() - dataUpdatedAt))
    const timer = setInterval(tick, 15_000)
    tick()
    return () => clearInterval(timer)
  }, [dataUpdatedAt])
  const told = instantOf(data?.now ?? '')
  return told === undefined ? undefined : told + elapsed
}

/** Day and time in a zone, `2026-11-22T14:05`; empty until the server has told the time. */
function useStudyTime(timeZone: string): string {
  const now = useStudyNow()
  return now === undefined ? '' : localTime(now, timeZone)
}

/** The study clock's calendar day where the reader is; sites' own days come with their pages. */
export const useToday = (): string => useStudyTime(new Intl.DateTimeFormat().resolvedOptions().timeZone).slice(0, 10)

/** The study clock's time of day in a zone, `14:05`. */
export const useClock = (timeZone: string): string => useStudyTime(timeZone).slice(11, 16)

/** The study clock's day and time where the reader is, `2026-11-22T14:05`. */
export const useStudyClock = (): string => useStudyTime(new Intl.DateTimeFormat().resolvedOptions().timeZone)
