import { loadStudy } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { normal, oneOf, type SimulationModel, uniform } from '@trialwright/protocol/simulation'
import { smallStudy } from '@trialwright/protocol/testing'
import { parseEntry } from '@trialwright/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawsFrom } from '../random/draws.ts'
import { checkModel } from './check.ts'
import { exchanged, formsOf, participantOf } from './person.ts'
import { typed } from './typed.ts'
import { nearestWorkingDay, workingDayFrom } from './workingDays.ts'

const compiled = compileStudy(smallStudy)
const bare: SimulationModel = {
  values: [],
  recruitment: { perMonth: 4, sites: { north: 1 } },
  scenarios: { only: { title: { en: 'Only', nb: 'Eneste' }, effect: {} } },
  items: {},
  person: () => ({
    answers: () => ({}),
    laboratory: 'Lab',
    daysOff: () => 0,
    misses: () => undefined,
    reaction: () => undefined,
    story: '',
  }),
  firstContact: [],
  afterInfusion: [],
  atReturn: [],
  consent: () => 'v1',
  ranges: [],
}
const at = { encounter: 'screening', day: '2026-03-02', infusions: 0, returns: 0 }

test('given a study without a word on its items, when anybody answers, then every answer can be read', () => {
  const forms = [...formsOf(compiled).values()]
  const { study } = { study: loadStudy(compiled) }
  expect(study.compiled.forms).toHaveLength(forms.length)
  fc.assert(
    fc.property(fc.nat(), fc.nat(1000), (seed, index) => {
      const person = participantOf(
        { model: bare, draws: drawsFrom(seed), scenario: bare.scenarios['only']! },
        { index, arrives: at.day },
      )
      for (const form of forms)
        for (const [id, raw] of Object.entries(typed(form.items, person.fill(form, at)))) {
          const item = form.items.find((each) => each.id === id)!
          expect(parseEntry(item, raw, 'nb', { today: at.day })).toMatchObject({ ok: true })
        }
    }),
    { numRuns: 50 },
  )
})

test('given one person, when a form is asked about twice, then the answers are the same', () => {
  const form = [...formsOf(compiled).values()][0]!
  const person = () =>
    participantOf(
      { model: bare, draws: drawsFrom(3), scenario: bare.scenarios['only']! },
      { index: 5, arrives: at.day },
    )
  expect(person().fill(form, at)).toEqual(person().fill(form, at))
})

describe('a model is checked against the study', () => {
  const wrong = (change: Partial<SimulationModel>) => checkModel(compiled, { ...bare, ...change })
  test('nothing is wrong with the bare one', () => expect(wrong({})).toEqual([]))
  test.each<[string, Partial<SimulationModel>, RegExp]>([
    [
      'an item that is not there',
      { items: { 'body.wieght': normal(80, 10) } },
      /no item of a form "body.wieght"; "body.weight" may be meant/,
    ],
    [
      'a mean far from the range',
      { items: { 'pain.now': normal(-500, 1) } },
      /pain.now: the distribution .* cannot meet the item's range/,
    ],
    ['an empty span', { items: { 'body.weight': uniform(90, 80) } }, /lowest value 90 is above the highest 80/],
    ['a code that is none', { items: { 'person.sex': oneOf({ femal: 1 }) } }, /"femal" is none of its codes/],
    [
      'numbers for codes',
      { items: { 'person.sex': normal(1, 1) } },
      /numbers are drawn, and the item is a choice of codes/,
    ],
    ['weights of nothing', { items: { 'person.sex': oneOf({ female: 0, male: 0 }) } }, /one of them above 0/],
    [
      'a site that is not there',
      { recruitment: { perMonth: 1, sites: { nrth: 1 } } },
      /no site "nrth"; "north" may be meant/,
    ],
    ['nobody who comes', { recruitment: { perMonth: 0, sites: { north: 1 } } }, /nobody would ever come/],
    [
      'an arm that is not there',
      { scenarios: { x: { title: { en: '', nb: '' }, effect: { drug: 1 } } } },
      /no arm "drug"/,
    ],
    [
      'a share above one',
      { items: { 'body.weight': normal(80, 10, { mistyped: 3 }) } },
      /mistyped is 3; a share is from 0 to 1/,
    ],
    ['a form that is not there', { retold: ['events'] }, /simulation.retold: the study has no form "events"/],
    ['codes broken more often than ever', { codeBreaks: { share: 2, note: '' } }, /codeBreaks.share is 2; a share/],
    ['a form nobody can review', { reviewed: { share: 0.3, forms: ['bdy'] } }, /no form "bdy"; "body" may be meant/],
  ])('%s', (_, change, sentence) => expect(wrong(change).join('\n')).toMatch(sentence))
})

test('given somebody who tells of no surgery, when the form leaves it open when, then no day is invented', () => {
  const of = (answers: Readonly<Record<string, string>>) =>
    participantOf(
      {
        model: {
          ...bare,
          person: () => ({
            ...bare.person(drawsFrom(1), { scenario: {} as never, arrives: '' }),
            answers: () => answers,
          }),
        },
        draws: drawsFrom(1),
        scenario: {} as never,
      },
      { index: 5, arrives: '2026-03-02' },
    )
  const form = {
    id: 'x',
    items: [
      { id: 'any', type: 'yesNo', optional: false },
      { id: 'when', type: 'date', optional: true },
    ],
  } as never
  const at = { encounter: 'screening', day: '2026-03-02', infusions: 0, returns: 0 }
  expect(of({ any: 'no' }).fill(form, at)).toEqual({ any: 'no', when: undefined })
  expect(Object.keys(of({}).fill(form, at))).toEqual(['any', 'when'])
})

test.each([
  ['2026-03-06', '2026-03-06', '2026-03-06'],
  ['2026-03-07', '2026-03-06', '2026-03-09'],
  ['2026-03-08', '2026-03-09', '2026-03-09'],
  ['1969-12-27', '1969-12-26', '1969-12-29'],
])('given %s, then the site is there on %s, or from then on %s', (day, nearest, from) => {
  expect([nearestWorkingDay(day), workingDayFrom(day)]).toEqual([nearest, from])
})

test.each([
  [72, 27],
  [171, 117],
  [36.8, 63.8],
  [5, 5],
])('digits of %d change places: %d', (right, slip) => expect(exchanged(right)).toBe(slip))
