import { loadStudy, type FilledForm } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import type { Draws } from '@trialwright/protocol/simulation'
import { describe, expect, it } from 'vitest'
import { absent, filledForm } from '../demo/index.ts'
import { backToBasic } from '../index.ts'
import { odiAnswers } from '../simulation/instruments.ts'
import { eq5dIndex } from './eq5d5l-norway.ts'
import { hscl25, hsclMean } from './hscl25.ts'
import { painMean } from './nrs.ts'
import { odiScore } from './odi.ts'
import { rmdq, rmdqScore } from './rmdq.ts'

const study = loadStudy(compileStudy(backToBasic))
const at = { encounter: 'day0', date: '2026-04-01' }

/** The score of a filled form; undefined when it has none, or none yet. */
function scoreOf(score: typeof odiScore, ...forms: readonly FilledForm[]): number | undefined {
  const value = study.number(score.node, study.record({ today: '2026-04-01', events: {}, forms, ranges: [] }))
  return value !== undefined && value.low === value.high ? value.low : undefined
}

const odiSections = [
  'pain',
  'care',
  'lifting',
  'walking',
  'sitting',
  'standing',
  'sleep',
  'sexLife',
  'socialLife',
  'travel',
]
const answers = (names: readonly string[], given: string, fill: (character: string) => string = (c) => c) =>
  Object.fromEntries(
    names.map((name, index) => {
      const character = given.charAt(index)
      return [name, character === '-' ? absent('refused') : character === '?' ? undefined : fill(character)]
    }),
  )

describe('ODI: Fairbank and Pynsent 2000', () => {
  it.each([
    ['0000000000', 0],
    ['5555555555', 100],
    ['2222211000', 24],
    ['22222-00-0', 25],
    ['2222222-20', (100 * 16) / 45],
    ['111111-111', 20],
  ])('%s gives %f', (given, score) => {
    expect(scoreOf(odiScore, filledForm('odi', answers(odiSections, given), at))).toBe(score)
  })

  it('shows the published example, 16 of 45, as 35.6', () => {
    expect(scoreOf(odiScore, filledForm('odi', answers(odiSections, '2222222-20'), at))?.toFixed(1)).toBe('35.6')
  })

  it('has no score of seven sections, nor while one is still to be answered', () => {
    expect(scoreOf(odiScore, filledForm('odi', answers(odiSections, '22222---22'), at))).toBeUndefined()
    expect(scoreOf(odiScore, filledForm('odi', answers(odiSections, '222222222?'), at))).toBeUndefined()
  })

  it('is scored over nine sections for a virtual person who would rather not answer one', () => {
    const passesOver = { chance: () => true, whole: () => 0 } as unknown as Draws
    const { sexLife, ...answered } = odiAnswers(40, passesOver)
    expect(sexLife).toEqual({ absent: 'refused' })
    expect(Object.values(answered)).toEqual(Array(9).fill('2'))
    expect(scoreOf(odiScore, filledForm('odi', { ...answered, sexLife: absent('refused') }, at))).toBe(40)
  })
})

describe('EQ-5D-5L, Norwegian values: Garratt 2024', () => {
  const dimensions = ['mobility', 'selfCare', 'usualActivities', 'painDiscomfort', 'anxietyDepression']

  it.each([
    ['11111', 1],
    ['55555', -0.453],
    ['21111', 0.96884],
    ['12111', 0.968688],
    ['11112', 0.928256],
    ['11411', 0.861275],
    ['11131', 0.876053],
    ['33333', 0.539399],
  ])('%s gives %f', (given, index) => {
    expect(scoreOf(eq5dIndex, filledForm('eq5d', answers(dimensions, given), at))).toBeCloseTo(index, 9)
  })

  it('never rises when a dimension gets worse', () => {
    for (const dimension of dimensions) {
      const indices = ['1', '2', '3', '4', '5'].map((level) =>
        scoreOf(eq5dIndex, filledForm('eq5d', { ...answers(dimensions, '33333'), [dimension]: level }, at)),
      )
      expect(indices).toEqual(indices.toSorted((a, b) => (b ?? 0) - (a ?? 0)))
    }
  })

  it('has no index while a dimension is open or refused', () => {
    expect(scoreOf(eq5dIndex, filledForm('eq5d', answers(dimensions, '1111?'), at))).toBeUndefined()
    expect(scoreOf(eq5dIndex, filledForm('eq5d', answers(dimensions, '1111-'), at))).toBeUndefined()
  })
})

describe('NRS: mean of three, unrounded', () => {
  const ratings = (now: number, worst: number, usual: number) => filledForm('nrs', { now, worst, usual }, at)

  it.each([
    [4, 5, 5, 14 / 3],
    [5, 5, 5, 5],
    [0, 0, 0, 0],
    [10, 10, 10, 10],
  ])('%i, %i and %i give %f', (now, worst, usual, mean) => {
    expect(scoreOf(painMean, ratings(now, worst, usual))).toBe(mean)
  })

  it('needs all three', () => {
    expect(scoreOf(painMean, filledForm('nrs', { now: 5, worst: 5, usual: absent('notKnown') }, at))).toBeUndefined()
  })
})

describe('RMDQ: Roland and Morris 1983', () => {
  const names = Object.keys(rmdq)
  const tick = (character: string) => (character === 'x' ? 'yes' : 'no')
  const statements = (given: string) => filledForm('rmdq', answers(names, given, tick), at)

  it.each([
    ['........................', 0],
    ['xxxxxxxxxxxxxxxxxxxxxxxx', 24],
    ['x.x.x.x.x.x.x.x.x.x.x.x.', 12],
    ['xxx--------------------.', 3],
  ])('%s gives %i', (given, score) => {
    expect(scoreOf(rmdqScore, statements(given))).toBe(score)
  })

  it('has 24 statements', () => {
    expect(names).toHaveLength(24)
  })
})

describe('HSCL-25: Derogatis 1974', () => {
  const names = Object.keys(hscl25)
  const items = (given: string) => filledForm('hscl25', answers(names, given), at)

  it.each([
    ['1'.repeat(25), 1],
    ['4'.repeat(25), 4],
    [`${'1'.repeat(20)}${'-'.repeat(5)}`, 1],
    [`${'2'.repeat(19)}1${'-'.repeat(5)}`, 1.95],
  ])('%s gives %f', (given, mean) => {
    expect(scoreOf(hsclMean, items(given))).toBeCloseTo(mean, 12)
  })

  it('has no mean of nineteen items', () => {
    expect(scoreOf(hsclMean, items(`${'1'.repeat(19)}${'-'.repeat(6)}`))).toBeUndefined()
  })

  it('has 25 items', () => {
    expect(names).toHaveLength(25)
  })
})

it('ships no licensed wording: such forms say codes and numbers only', () => {
  const licensed = study.compiled.forms.filter((form) => form.licensed !== undefined)
  expect(licensed.map(({ id }) => id).toSorted()).toEqual(['eq5d', 'hscl25', 'odi', 'rmdq'])
  for (const { items } of licensed)
    for (const { question, codes } of items) {
      expect(question.en).toMatch(/^(ODI section|EQ-5D dimension|RMDQ statement|HSCL-25 item) \d+$|^EQ VAS$/)
      for (const text of Object.values(codes ?? {})) expect(text.en).toMatch(/^Answer \d$|^Yes$|^No$/)
    }
})
