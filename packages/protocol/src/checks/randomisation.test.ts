import { expect, test } from 'vitest'
import { compileStudy } from '../compile.ts'
import { smallStudy } from '../testing/smallStudy.ts'
import { randomisation } from './randomisation.ts'

const { ratio, stratifyBy, slotsPerStratum } = smallStudy.randomisation
const drawn = { ratio, stratifyBy, slotsPerStratum }

test.each([
  [{ ...drawn, method: 'bigStick', tolerance: 3 }, { tolerance: 3 }],
  [{ ...drawn, method: 'biasedCoin', probability: [2, 3] }, { probability: [2, 3] }],
  [{ ...drawn, method: 'simple' }, {}],
] as const)('a study may ask for %j: nothing is found, and the parameters are compiled', (asked, parameters) => {
  const compiled = compileStudy({ ...smallStudy, randomisation: asked })
  expect(randomisation(compiled, undefined)).toEqual([])
  expect(compiled.randomisation).toEqual({ ...drawn, method: asked.method, blocks: [], ...parameters })
})
