import { checkArrows, type Package } from './checks/arrows.ts'
import { readSources, report } from './sources.ts'

const packages = readSources('package.json')
  .filter(({ path }) => path !== 'package.json')
  .map(
    ({ path, text }) => ({ folder: path.replace(/\/?package\.json$/, ''), ...(JSON.parse(text) as object) }) as Package,
  )

report('arrows', checkArrows(packages, readSources('.ts', '.tsx', '.mjs')))
