import { describe, expect, test } from 'vitest'
import type { ConditionNode } from '../expression/nodes.ts'
import { above, below, holds, points, small, usual } from '../testing/broken.ts'
import { brokenConduct } from '../testing/brokenConduct.ts'
import { brokenForms } from '../testing/brokenForms.ts'
import { brokenVerification } from '../testing/brokenVerification.ts'
import { facts } from '../testing/facts.ts'
import { checkStudy, evaluating, others, structural, type StudyCases } from './checkStudy.ts'

const everyCheck = { ...structural, ...others, ...evaluating }
const broken = { ...brokenForms, ...brokenConduct, ...brokenVerification }

test('given a sound study, then nothing is found', () => expect(checkStudy(small)).toEqual([]))

describe.each(Object.entries(broken))('the check %s', (name, studies) => {
  test.each(studies)('given %s, then it says so, in both languages', (_, study, path) => {
    const found = checkStudy(study).filter(({ check }) => check === name)
    expect(found.map((finding) => finding.path)).toContain(path)
    for (const { text } of found) {
      expect(text.en).toMatch(/\.$/)
      expect(text.nb).toMatch(/\.$/)
      expect(text.nb).not.toBe(text.en)
    }
  })
})

describe('the check cases', () => {
  const yes = { given: 'surgery in June', facts: facts({ body: { surgery: '2025-06-01' } }), answer: 'yes' } as const
  const no = {
    given: 'no surgery',
    facts: facts({ body: { surgery: { absent: 'notApplicable' } } }),
    answer: 'no',
  } as const
  const unknown = { given: 'nothing asked', facts: facts({}), answer: 'unknown' } as const
  const of = (cases: StudyCases, path: string) =>
    checkStudy(small, cases).filter((finding) => finding.check === 'cases' && finding.path === path)

  test('given one of each, then nothing', () => expect(of({ EX01: [yes, no, unknown] }, 'cases.EX01')).toEqual([]))
  test('given none for whom it is unknown, then that', () =>
    expect(of({ EX01: [yes, no] }, 'cases.EX01')[0]?.text.en).toContain('cannot be decided'))
  test('given a criterion that not everybody is concerned by, then somebody who is not is wanted', () =>
    expect(of({ EX02: [] }, 'cases.EX02').map(({ text }) => text.nb)).toContain(
      'Ingen eksempler viser en person det ikke gjelder.',
    ))
  test('given a case the study answers otherwise, then both answers', () =>
    expect(of({ EX01: [yes, { ...no, answer: 'yes' }, no, unknown] }, 'cases.EX01')[0]?.text.en).toBe(
      '“no surgery” should be yes, but is no.',
    ))
  test('given cases of a criterion there is not, then that', () =>
    expect(of({ EX77: [yes] }, 'cases.EX77')).toHaveLength(1))
})

test('every check is shown to find something', () =>
  expect(Object.keys(everyCheck).sort()).toEqual([...Object.keys(broken), 'cases'].sort()))

describe('what a check must not say', () => {
  const possible = (node: ConditionNode) => checkStudy(holds('EX01', node)).filter(({ check }) => check === 'possible')
  test('a narrow interval of a score that few answers reach is not called impossible', () =>
    expect(
      possible({
        kind: 'between',
        of: { kind: 'derived', id: 'meanPain', at: 'latest', unit: '{score}' },
        low: points(6.3),
        high: points(6.4),
      }),
    ).toEqual([]))
  test('parts about different things are judged apart, however many there are', () => {
    const many: ConditionNode[] = ['now', 'worst', 'usual', 'duration', 'daysWithPain'].flatMap((name) =>
      [1, 2, 3, 4].map((value) => above(value, { ...usual, item: name })),
    )
    expect(possible({ kind: 'all', of: many })).toEqual([])
    expect(possible({ kind: 'all', of: [...many, below(1)] })).toHaveLength(1)
  })
})
