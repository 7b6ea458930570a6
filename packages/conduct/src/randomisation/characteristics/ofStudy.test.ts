import { describe, expect, test } from 'vitest'
import { study } from '../../testing/study.ts'
import { siteSizes, signOffRefusals } from './ofStudy.ts'

const { randomisation, sites } = study.compiled
const asking = (changed: Partial<typeof randomisation>, target = 12) => ({
  ...study,
  compiled: {
    ...study.compiled,
    randomisation: { ...randomisation, ...changed },
    sites: sites.map((site) => ({ ...site, target })),
  },
})
const codes = (of: typeof study, signOff?: string) =>
  signOffRefusals(of, signOff).map(({ code, field }) => [code, field])

describe('a scheme that a guesser beats above 70 percent', () => {
  const guessable = asking({ blocks: [4] })

  test('is refused, at the field where the sign-off belongs', () => {
    expect(codes(guessable)).toEqual([['schemeGuessable', 'signOff']])
    expect(codes(guessable, '  ')).toEqual([['schemeGuessable', 'signOff']])
  })

  test('is sealed with a reason', () => {
    expect(codes(guessable, 'Two sites of twelve, and nobody there sees an arm.')).toEqual([])
  })

  test('is refused or not by the sites’ sizes too: the end of a block that never comes is not guessed', () => {
    expect(codes(asking({ blocks: [4] }, 2))).toEqual([])
  })
})

test.each([
  ['blocks of 4 and 6', asking({ blocks: [4, 6] })],
  ['a big stick', asking({ method: 'bigStick', tolerance: 3, blocks: [] })],
  ['simple randomisation, unstratified', asking({ method: 'simple', blocks: [], stratifyBy: [] })],
])('%s needs no sign-off', (_, of) => {
  expect(codes(of)).toEqual([])
})

test('the sites’ targets are what a guesser sees', () => {
  expect(siteSizes(asking({}, 7))).toEqual(sites.map(() => 7))
})
