import { useEffect } from 'react'
import { useBlocker } from 'react-router'

/** Asks before unsaved answers are left, by a link or by closing the window. */
export function useLeaveGuard(unsaved: boolean, question: string, left: () => void): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (confirm(question)) {
      left()
      blocker.proceed()
    } else blocker.reset()
  }, [blocker, question, left])
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [unsaved])
}
