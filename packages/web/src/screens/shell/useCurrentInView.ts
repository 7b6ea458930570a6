import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** On a narrow screen the navigation is one line that scrolls sideways: the page one is on is never out of sight. */
export function useCurrentInView() {
  const { pathname } = useLocation()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const line = nav.current
    const current = line?.querySelector<HTMLElement>('[aria-current="page"]')
    if (!line || !current) return
    line.scrollLeft = current.offsetLeft - (line.clientWidth - current.offsetWidth) / 2
  }, [pathname])
  return nav
}
