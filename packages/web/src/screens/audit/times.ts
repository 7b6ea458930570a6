import { instantOf } from '@trialwright/protocol'

/** Seconds from entry on the device to storage in the database; undefined where either is no instant. */
export function gapSeconds(entered: string, stored: string): number | undefined {
  const [from, to] = [instantOf(entered), instantOf(stored)]
  return from === undefined || to === undefined ? undefined : Math.round((to - from) / 1000)
}
