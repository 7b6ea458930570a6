import { send } from '../course.ts'
import type { Act } from './further.ts'

/** Those who may take files take them; what leaves so is compared byte by byte like every page. */
export const takeFiles: Act = async (conductor, { two, four }) => {
  const take = (role: 'monitor' | 'dataManager' | 'nurse', path: string, body: object, about?: string) =>
    send(
      conductor,
      200,
      `take ${path}`,
      conductor.someone(role, role === 'nurse' ? 'north' : undefined),
      { path, body },
      about,
    )
  for (const { code } of [two, four]) {
    await take('monitor', `/participants/${code}/casebook-data`, { language: 'en' }, code)
    await take('monitor', `/participants/${code}/casebook`, { language: 'nb' }, code)
  }
  await take('nurse', `/participants/${two.code}/casebook-data`, {}, two.code)
  await take('nurse', '/blank-casebook', {})
  await take('monitor', '/audit/table', { language: 'en' })
  await take('dataManager', '/audit/records', {})
  await take('monitor', '/deviations/table', { language: 'nb' })
}
