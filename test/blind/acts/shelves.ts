import { send } from '../course.ts'
import type { Act } from './further.ts'

interface StockPage {
  readonly shelves: readonly { readonly lot: string; readonly account: string; readonly expected: number }[]
}

/** The pharmacy sees to its shelves: what it counts there depends on the arms. */
export const keepShelves: Act = async (conductor) => {
  const pharmacist = conductor.someone('unblindedPharmacist', 'north')
  const path = '/stock/north'
  const book = (command: string, body: object, ending: number | string = 201) =>
    send(conductor, ending, command, pharmacist, { path: `${path}/${command}`, body })
  await book('book-given', {})
  const warm = { lots: ['L1'], lowest: '4', highest: '11', minutes: 50, what: 'The door stood open.' }
  await book('record-excursion', warm)
  await book('decide-excursion', { excursion: 'X1', decision: 'release', reason: 'The maker allows it.' })
  await book('count-stock', { counts: [], witness: 'A nurse' }, 'countIncomplete')
  const { body } = await conductor.read(pharmacist, `/api/studies/${conductor.study}${path}`)
  const counts = (body as StockPage).shelves.map(({ lot, account, expected }) => ({ lot, account, counted: expected }))
  await book('count-stock', { counts, witness: 'A nurse' })
  const some = { lot: 'L1', from: 'available', vials: 1, reason: 'expires' }
  await book('waste-vials', some)
  await book('send-back-vials', some)
  await book('destroy-vials', { ...some, from: 'wasted', witness: 'A nurse' })
}
