import type { KeyboardEvent } from 'react'

/**
 * From tick to tick of a form by the keyboard: the arrows go up and down, Enter ticks and goes on to the next, so that a list
 * is gone through without the mouse. Space ticks in place, as everywhere.
 */
export function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  const here = event.currentTarget
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
  if (step === 0) return
  event.preventDefault()
  if (event.key === 'Enter' && !here.checked) here.click()
  const all = [...(here.form?.querySelectorAll<HTMLInputElement>('input.tick-one') ?? [])]
  all[all.indexOf(here) + step]?.focus()
}
