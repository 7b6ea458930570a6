import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { requirementsOf, shownBy, traceabilityPage } from './checks/traceability.ts'
import { readSource, readSources, ROOT } from './sources.ts'

/* Writes docs/traceability.md anew. */
const requirements = requirementsOf(readSource('docs/requirements.md').text)
const page = traceabilityPage(requirements, shownBy(readSources('.test.ts', '.test.tsx')))
writeFileSync(path.join(ROOT, 'docs/traceability.md'), page)
console.log(/^\d+ of .+$/m.exec(page)?.[0])
