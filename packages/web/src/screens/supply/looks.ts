import type { LotStanding } from '../../api/supplyTypes.ts'
import type { Tone } from '../../elements/Chip.tsx'
import type { IconName } from '../../elements/Icon.tsx'

export const lotLook: Readonly<Record<LotStanding, { readonly tone: Tone; readonly icon: IconName }>> = {
  usable: { tone: 'good', icon: 'check' },
  soon: { tone: 'warn', icon: 'clock' },
  quarantine: { tone: 'neutral', icon: 'pause' },
  excursion: { tone: 'bad', icon: 'alert' },
  expired: { tone: 'bad', icon: 'cross' },
  gone: { tone: 'neutral', icon: 'dash' },
}

/** Accounts in the order in which a vial meets them. */
export const accountOrder = [
  'quarantine',
  'available',
  'prepared',
  'administered',
  'returned',
  'wasted',
  'destroyed',
  'sentBack',
  'missing',
] as const
