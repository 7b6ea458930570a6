import { type Facts, loadStudy, type StudyDefinition } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { minimisedStudy } from '@trialwright/protocol/testing/minimised'
import { describe, expect, test } from 'vitest'
import type { Context } from '../context.ts'
import { profileOf } from './profile.ts'

const study = loadStudy(compileStudy(minimisedStudy as unknown as StudyDefinition))

/** What would be computed of somebody who answered so, at that site. */
const profile = (typed: { readonly sex?: string; readonly usual?: string }, site = 'north') => {
  const form = (id: string, entries: Facts['forms'][number]['entries']) => ({
    form: id,
    encounter: 'screening',
    date: '2026-03-02',
    entries,
  })
  const record = study.record({
    today: '2026-03-02',
    events: {},
    ranges: [],
    forms: [
      form('person', typed.sex === undefined ? {} : { sex: { typed: typed.sex, value: typed.sex } }),
      form(
        'pain',
        typed.usual === undefined ? {} : { usual: { typed: typed.usual, value: Number(typed.usual), unit: '{score}' } },
      ),
    ],
  })
  return profileOf({ study, context: { site } as Context }, record)
}
const codes = (found: ReturnType<typeof profile>) => (found.ok ? [] : found.refusals.map(({ code }) => code))

describe('levels are computed from stored values, never typed', () => {
  test('each factor has the one level that holds; sites and the trial need no answer', () => {
    expect(profile({ sex: 'male', usual: '7' })).toEqual({
      ok: true,
      profile: { site: 'north', sex: 'male', pain: 'high', trial: 'all' },
    })
    expect(profile({ sex: 'female', usual: '6.9' }, 'south')).toMatchObject({
      profile: { site: 'south', sex: 'female', pain: 'low' },
    })
  })

  test('RND-04 a value that is missing leaves a level open: nobody is randomised, and the factor is named', () => {
    const found = profile({ sex: 'male' })
    expect(codes(found)).toEqual(['factorUndecided'])
    expect(!found.ok && found.refusals[0]?.reason.en).toContain('Usual pain')
    expect(codes(profile({}))).toEqual(['factorUndecided', 'factorUndecided'])
  })

  test('a site the study does not have is no level', () => {
    expect(codes(profile({ sex: 'male', usual: '7' }, 'west'))).toEqual(['factorUndecided'])
  })
})
