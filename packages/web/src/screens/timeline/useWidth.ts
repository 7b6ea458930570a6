import { type RefObject, useEffect, useRef, useState } from 'react'

/** The width a drawing has on the screen, so that its letters keep their size. */
export function useWidth<E extends Element>(initial: number): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(initial)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? initial)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [initial])
  return [ref, width]
}
