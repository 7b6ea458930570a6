import { expect, test } from 'vitest'
import { codePrefix, participantCode } from './codes.ts'

const sites = (...ids: string[]) => ids.map((id) => ({ id }))

test('a site’s prefix is the beginning of its id, in capitals', () => {
  expect(codePrefix(sites('ous', 'haukeland'), 'haukeland')).toBe('HAU')
})

test('given two sites that begin alike, when prefixes are made, then they differ and the earlier one keeps three letters', () => {
  const both = sites('stolavs', 'stord')
  expect(both.map(({ id }) => codePrefix(both, id))).toEqual(['STO', 'STOR'])
})

test('given a site whose id is another’s beginning, when prefixes are made, then they still differ', () => {
  const both = sites('nor', 'nor-1', 'nor-2')
  expect(new Set(both.map(({ id }) => codePrefix(both, id))).size).toBe(3)
})

test('given no such site, when its prefix is asked for, then it is a bug', () => {
  expect(() => codePrefix(sites('ous'), 'unn')).toThrow('no site unn')
})

test('numbers have three digits, and more when there are more', () => {
  expect([participantCode('OUS', 7), participantCode('OUS', 999), participantCode('OUS', 1000)]).toEqual([
    'OUS-007',
    'OUS-999',
    'OUS-1000',
  ])
})
