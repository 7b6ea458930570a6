import { useEffect } from 'react'

/** The page's name in the browser's tab, most specific part first. */
export function useTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), 'Trialwright'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
