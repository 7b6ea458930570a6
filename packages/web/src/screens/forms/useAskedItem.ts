import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** A link to one question, `#item-nrsNow`, arrives with the cursor in its field. */
export function useAskedItem(): void {
  const { hash } = useLocation()
  useEffect(() => {
    const asked = hash.startsWith('#item-') ? document.getElementById(hash.slice(1)) : null
    if (asked === null) return
    asked.scrollIntoView({ block: 'center' })
    asked.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true })
  }, [hash])
}
