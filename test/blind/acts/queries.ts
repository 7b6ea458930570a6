import type { Act } from './further.ts'

/** A weight is asked about, answered, closed, opened again, and answered by its correction. */
export const askAndAnswer: Act = async (_, { four }) => {
  const place = { encounter: 'day0', form: 'body', item: 'weight' }
  const query = 'Q1'
  await four.does('monitor', 'ask-query', { ...place, text: 'Pounds?' })
  await four.refused('nurse', 'ask-query', 'roleMissing', { ...place, text: 'Pounds?' })
  await four.does('nurse', 'answer-query', { query, text: 'Right as it is.' })
  await four.refused('nurse', 'close-query', 'roleMissing', { query })
  await four.does('dataManager', 'close-query', { query })
  await four.does('monitor', 'reopen-query', { query, text: 'Against the source?' })
  await four.fill('body', 'day0', {
    entries: { weight: { typed: '79', unit: 'kg' } },
    expectedVersion: 1,
    reasons: { weight: 'misread', day: 'written later' },
    queries: { weight: query },
  })
}
