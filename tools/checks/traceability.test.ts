import { expect, test } from 'vitest'
import { readSource, readSources } from '../sources.ts'
import { requirementsOf, shownBy, strangers, traceabilityPage } from './traceability.ts'

const page = '## Part\n\n- P11-01 (11.10(a)) Altering is detected.\n- P11-02 (11.10(a)) Releases are linked.\n'
/** An id put together here, so that this file does not itself seem to show it. */
const id = (number: string) => `P11${number}`
const named = (text: string) => shownBy([{ path: 'a.test.ts', text }])

test('given a test with an id in its name, then the requirement stands as shown by it, and another as open', () => {
  const shown = named(`test('${id('-01')} given a record, when it is altered, then it is named', () => {})`)
  const written = traceabilityPage(requirementsOf(page), shown)
  expect(written).toContain('1 of 2 requirements are shown by a test; 1 are open.')
  expect(written).toContain('  - given a record, when it is altered, then it is named (`a.test.ts`)')
  expect(written).toContain('- **P11-02** (11.10(a)) Releases are linked. *Open.*')
})

test('given an id in a comment or in a value, then it shows nothing', () => {
  expect(named(`// ${id('-01')}\nconst id = '${id('-01')}'`).size).toBe(0)
})

test('given an id that no requirement has, then it is told', () => {
  expect(strangers(requirementsOf(page), named(`test('${id('-99')} given', () => {})`))).toEqual([id('-99')])
})

test('P11-02 given the repository, then its page is what its tests say, and no test names a requirement there is not', () => {
  const requirements = requirementsOf(readSource('docs/requirements.md').text)
  const shown = shownBy(readSources('.test.ts', '.test.tsx'))
  expect(strangers(requirements, shown)).toEqual([])
  const message = 'docs/traceability.md is not what the tests say: npm run traceability'
  expect(readSource('docs/traceability.md').text === traceabilityPage(requirements, shown) ? '' : message).toBe('')
})
