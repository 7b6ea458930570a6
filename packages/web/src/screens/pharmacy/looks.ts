import type { PharmacyRow } from '../../api/studyTypes.ts'
import type { Tone } from '../../elements/Chip.tsx'
import type { IconName } from '../../elements/Icon.tsx'

export const pharmacyLook: Readonly<Record<PharmacyRow['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  requested: { tone: 'warn', icon: 'clock' },
  prepared: { tone: 'info', icon: 'half' },
  handedOver: { tone: 'good', icon: 'arrow' },
  given: { tone: 'good', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'cross' },
}
