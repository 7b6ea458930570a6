import { checkDependencyPage } from './checks/dependencyPage.ts'
import { checkFileLength } from './checks/fileLength.ts'
import { checkLockfile } from './checks/lockfile.ts'
import { checkNumbering } from './checks/numbering.ts'
import { checkStudyNames } from './checks/studyNames.ts'
import { readSource, readSources, report } from './sources.ts'

const code = readSources('.ts', '.tsx', '.mjs', '.sql', '.css')
const studies = [
  ...new Set(code.map(({ path }) => /^studies\/([^/]+)\//.exec(path)?.[1]).filter((name) => name !== undefined)),
]

report('repository', [
  ...checkLockfile(readSource('package-lock.json')),
  ...checkDependencyPage(readSources('package.json'), readSource('docs/dependencies.md')),
  ...checkStudyNames(studies, code),
  ...checkNumbering('packages/records/sql', code),
  ...checkFileLength(code.filter(({ path }) => /\.(tsx?|css)$/.test(path))),
])
