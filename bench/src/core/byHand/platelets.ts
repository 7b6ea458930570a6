import type { Draws } from '@trialwright/protocol/simulation'
import type { Answered } from './answers.ts'

/** One count in two hundred is typed with its last two digits exchanged; the only number a slip of which is read by anything. */
export function mistakenPlatelets(all: Answered, draws: Draws, encounter: string): void {
  if (!draws.of('mistake', encounter, 'laboratory', 'platelets').chance(0.005)) return
  const blood = all.get('laboratory') ?? {}
  const right = blood['platelets'] as number
  const last = right % 10
  const tens = Math.floor(right / 10) % 10
  const typed = right - tens * 10 - last + last * 10 + tens
  if (typed >= 50 && typed <= 700) all.set('laboratory', { ...blood, platelets: typed })
}
