import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** On arriving at another page the view starts at its top, and a keyboard or screen reader at its content. */
export function useArrival() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}
