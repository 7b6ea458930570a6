import type { Act } from './further.ts'

/** Values are compared with their source, of one form and of a visit; one mark is taken back. */
export const verifyValues: Act = async (_, { seven }) => {
  const place = { encounter: 'screening', form: 'body' }
  const values = ['weight', 'temperature'].map((item) => ({ item, version: 1 }))
  await seven.does('monitor', 'verify-values', { ...place, values })
  await seven.refused('monitor', 'verify-values', 'alreadyVerified', { ...place, values })
  await seven.does('monitor', 'unverify-values', { ...place, items: ['temperature'], reason: 'another page' })
  const forms = [
    { ...place, values: [{ item: 'temperature', version: 1 }] },
    { encounter: 'screening', form: 'person', values: [{ item: 'born', version: 1 }] },
  ]
  await seven.does('monitor', 'verify-forms', { forms })
  await seven.refused('monitor', 'verify-forms', 'alreadyVerified', { forms })
}
