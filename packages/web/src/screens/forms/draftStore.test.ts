import { beforeEach, expect, test, vi } from 'vitest'
import { draftKey, findDraft, forgetDrafts, keepDraft } from './draftStore.ts'

const draft = {
  draft: { x: { typed: '1' } },
  version: 2,
  base: {},
  conflicts: [{ item: 'x', before: {}, theirs: { typed: '2' }, mine: { typed: '1' } }],
  reasons: { x: 'misread' },
}

beforeEach(() => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
  const shown = new Proxy(storage, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
  vi.stubGlobal('sessionStorage', shown)
})

test('what is typed comes back whole, with what is still to be chosen', () => {
  const key = draftKey('kari', 'study', 'NOR-001', 'log', 'medicines')
  keepDraft(key, draft)
  expect(findDraft(key)).toEqual(draft)
  keepDraft(key, undefined)
  expect(findDraft(key)).toBeUndefined()
})

test('of another person nothing is left, and at sign-out nothing at all', () => {
  const [hers, his] = [draftKey('kari', 'a'), draftKey('ola', 'a')]
  keepDraft(hers, draft)
  keepDraft(his, draft)
  forgetDrafts('kari')
  expect([findDraft(hers), findDraft(his)]).toEqual([draft, undefined])
  forgetDrafts()
  expect(findDraft(hers)).toBeUndefined()
})

test('after half a day it is forgotten', () => {
  const key = draftKey('kari', 'a')
  keepDraft(key, draft)
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 13 * 3_600_000)
  expect(findDraft(key)).toBeUndefined()
})
