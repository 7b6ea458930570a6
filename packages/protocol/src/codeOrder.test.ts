import canonicalize from 'canonicalize'
import { expect, test } from 'vitest'
import { compileStudy } from './compile.ts'
import { loadStudy } from './load.ts'
import { smallStudy } from './testing/smallStudy.ts'

test('given a study read back from canonical JSON, when loaded, then codes stand as their author ordered them', () => {
  const stored = JSON.parse(canonicalize(compileStudy(smallStudy)) as string)
  expect(Object.keys(stored.forms[0].items[2].codes)).toEqual(['no', 'yes'])
  expect(Object.keys(loadStudy(stored).item('person', 'smoker').codes ?? {})).toEqual(['yes', 'no'])
})
