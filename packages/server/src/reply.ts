import type { Refusal } from '@trialwright/protocol'
import type { Reply } from './routes/route.ts'

export const ok = (body: unknown): Reply => ({ status: 200, body })

export const refuse = (status: number, ...refusals: readonly Refusal[]): Reply => ({ status, body: { refusals } })

/** A refusal that passes by itself, with the seconds to wait. */
export const refuseFor = (status: 429 | 503, seconds: number, refusal: Refusal): Reply => ({
  status,
  body: { refusals: [refusal] },
  headers: { 'retry-after': String(seconds) },
})
