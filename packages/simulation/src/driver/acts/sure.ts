import type { Sent } from '../hands.ts'

/** What must have been carried out, now or before: `done` is the refusal that says so. */
export function sure(what: string, sent: Sent<unknown>, ...done: readonly string[]): void {
  if (sent.ok || sent.refusals.some(({ code }) => done.includes(code))) return
  throw new Error(`${what}: ${sent.refusals.map(({ reason, remedy }) => `${reason.en} ${remedy.en}`).join(' ')}`)
}
