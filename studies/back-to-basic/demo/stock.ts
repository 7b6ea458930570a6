import { addDuration } from '@trialwright/protocol'
import { sites } from '../sites.ts'
import type { Hands } from './hands.ts'

const deliveries = [
  { brand: 'Remsima', batch: 'R-1801', lasts: 400, vials: 60, shipment: 'FS-1001' },
  { brand: 'Inflectra', batch: 'I-2207', lasts: 700, vials: 60, shipment: 'FS-1002' },
  { brand: 'Remsima', batch: 'R-1944', lasts: 820, vials: 20, shipment: 'FS-1003' },
] as const

/** What every site gets before its first participant: two deliveries released, one still in quarantine. */
export async function stockSites(hands: Hands): Promise<void> {
  for (const site of Object.keys(sites)) {
    const book = (command: string, body: object) =>
      hands.post('unblindedPharmacist', site, `/stock/${site}/${command}`, body)
    const { today } = await hands.read<{ today: string }>('unblindedPharmacist', site, `/stock/${site}`)
    for (const { lasts, ...delivery } of deliveries) {
      const expiry = addDuration(today, { value: lasts, unit: 'd' })
      await book('receive-vials', { ...delivery, product: 'infliximab', expiry, coldChain: 'kept' })
    }
    await book('release-vials', { lot: 'L1' })
    await book('release-vials', { lot: 'L2' })
  }
}
