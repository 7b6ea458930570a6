import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { foundIn, foundWithin } from './search.ts'

const word = 'qzvkwhtrplmx'
const text = `before the ${word} and after it`

test.each([
  ['as it is', Buffer.from(text)],
  ['in capitals', Buffer.from(text.toUpperCase())],
  ['in two-byte letters', Buffer.from(text, 'utf16le')],
  ['in hexadecimal', Buffer.from(Buffer.from(text).toString('hex'))],
  ['in base64, 0', Buffer.from(Buffer.from(`abc${text.slice(2)}`).toString('base64'))],
  ['in base64, 1', Buffer.from(Buffer.from(text.slice(1)).toString('base64'))],
  ['in base64, 2', Buffer.from(Buffer.from(text).toString('base64'))],
])('B3 given a word %s, when it is searched for, then it is found', (_, bytes) => {
  expect(foundIn(bytes, [word]).length).toBe(1)
})

test.each([
  ['gzip', gzipSync(text)],
  ['deflate', deflateSync(text)],
  ['gzip in the middle of other bytes', Buffer.concat([Buffer.from('head'), gzipSync(text), Buffer.from('tail')])],
  ['gzip written as base64', Buffer.from(`{"data":"${gzipSync(text).toString('base64')}"}`)],
])('B3 given a word within %s, when it is searched for, then it is found', (_, bytes) => {
  expect(foundIn(bytes, [word])).toEqual([])
  expect(foundWithin(bytes, [word]).length).toBeGreaterThan(0)
})

test('B3 given other words, when they are searched, then nothing is found', () => {
  expect(foundWithin(Buffer.from(text.replace(word, 'another thing')), [word])).toEqual([])
})
