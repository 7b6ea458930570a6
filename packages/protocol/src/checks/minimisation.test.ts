import { describe, expect, test } from 'vitest'
import { compileStudy } from '../compile.ts'
import { points } from '../define/quantity.ts'
import type { StudyDefinition } from '../define/study.ts'
import { minimisedStudy } from '../testing/minimisedStudy.ts'
import { pain } from '../testing/smallStudy.ts'
import { checkStudy } from './checkStudy.ts'

const { randomisation } = minimisedStudy
const { factors } = randomisation
const both = (text: string) => ({ en: text, nb: text })
const level = (holds: (typeof factors.pain.levels.low)['holds']) => ({ title: both('A level'), holds })

const findings = (changed: object) =>
  checkStudy(
    compileStudy({ ...minimisedStudy, randomisation: { ...randomisation, ...changed } } as unknown as StudyDefinition),
  )
const withPain = (levels: object) => findings({ factors: { ...factors, pain: { ...factors.pain, levels } } })

test('a study may ask for minimisation: nothing is found, and sites become levels', () => {
  expect(findings({}).filter(({ path }) => path.startsWith('randomisation'))).toEqual([])
  const compiled = compileStudy(minimisedStudy as unknown as StudyDefinition).randomisation
  expect(compiled.factors?.map(({ id, levels }) => [id, levels.map((each) => each.id)])).toEqual([
    ['site', ['north', 'south']],
    ['sex', ['female', 'male']],
    ['pain', ['low', 'high']],
    ['trial', ['all']],
  ])
})

describe('a minimisation that cannot be kept is found', () => {
  const overlapping = { low: level(pain.usual.atMost(points(7))), high: level(pain.usual.atLeast(points(7))) }
  const gaping = { low: level(pain.usual.below(points(5))), high: level(pain.usual.atLeast(points(7))) }
  test.each<[string, ReturnType<typeof findings>, string]>([
    ['no factor', findings({ factors: {} }), 'randomisation.factors'],
    ['strata beside factors', findings({ stratifyBy: ['site'] }), 'randomisation.stratifyBy'],
    ['a preferred arm that is avoided', findings({ probability: [1, 4] }), 'randomisation.probability'],
    ['a probability above one', findings({ probability: [5, 4] }), 'randomisation.probability'],
    ['half a chance', findings({ probability: [0.5, 1] }), 'randomisation.probability'],
    [
      'a weight of none',
      findings({ factors: { ...factors, site: { ...factors.site, weight: 0 } } }),
      'randomisation.factors.site.weight',
    ],
    ['one level', withPain({ low: factors.pain.levels.low }), 'randomisation.factors.pain.levels'],
    ['levels that overlap', withPain(overlapping), 'randomisation.factors.pain'],
    ['levels with a gap', withPain(gaping), 'randomisation.factors.pain'],
    [
      'a level that can never hold',
      withPain({ ...factors.pain.levels, utmost: level(pain.usual.above(points(11))) }),
      'randomisation.factors.pain.utmost',
    ],
    ['too few numbers', findings({ slotsPerStratum: 9 }), 'randomisation.slotsPerStratum'],
    ['an arm without a share', findings({ ratio: { active: 1 } }), 'randomisation.ratio'],
  ])('%s', (_, found, path) => {
    expect(found.map((finding) => finding.path)).toContain(path)
  })
})
