import { send } from '../course.ts'
import type { Act } from './further.ts'

/** Whoever would draw or bring a second list is refused; to look at one changes nothing. */
export const secondLists: Act = async (conductor) => {
  const officer = conductor.someone('randomisationOfficer')
  const path = '/randomisation-list'
  await send(conductor, 'listAlreadySealed', 'a second list', officer, { path })
  const made = { file: Buffer.from('no list').toString('base64'), key: 'ab'.repeat(32) }
  await send(conductor, 200, 'a list from elsewhere', officer, { path: `${path}/preview`, body: made })
  await send(conductor, 'lineEnds', 'a list from elsewhere, sent', officer, { path: `${path}/import`, body: made })
}
