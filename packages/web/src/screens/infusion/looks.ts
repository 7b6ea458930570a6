import type { Infusion } from '../../api/participantTypes.ts'
import type { Tone } from '../../elements/Chip.tsx'
import type { IconName } from '../../elements/Icon.tsx'

export const infusionLook: Readonly<Record<Infusion['status'], { readonly tone: Tone; readonly icon: IconName }>> = {
  requested: { tone: 'neutral', icon: 'clock' },
  ready: { tone: 'info', icon: 'check' },
  running: { tone: 'good', icon: 'play' },
  interrupted: { tone: 'warn', icon: 'pause' },
  ended: { tone: 'good', icon: 'check' },
}
