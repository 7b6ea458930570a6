import { coreSections } from './core/bench.ts'
import { eligibilitySections } from './eligibility/bench.ts'
import { randomiseSections } from './http/bench.ts'
import { recordsSections } from './records/bench.ts'
import type { Options, Section } from './section.ts'
import { tableOf } from './section.ts'
import { startSections } from './start/bench.ts'
import { trialSections } from './trial/bench.ts'

type Bench = (options: Options) => Promise<readonly Section[]>

const benches: Readonly<Record<string, Bench>> = {
  eligibility: eligibilitySections,
  records: recordsSections,
  randomise: randomiseSections,
  start: startSections,
  trial: trialSections,
  core: coreSections,
}

/** `npm run bench [-- --quick] [name …]`: all of them, or those named. */
export async function run(names: readonly string[], options: Options): Promise<readonly Section[]> {
  const unknown = names.filter((name) => !(name in benches))
  if (unknown.length > 0)
    throw new Error(`no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`)
  const sections: Section[] = []
  for (const name of names.length === 0 ? Object.keys(benches) : names) {
    sections.push(...((await benches[name]?.(options)) ?? []))
  }
  return sections
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  const start = performance.now()
  const say = (text: string) =>
    console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${text}`)
  const sections = await run(
    words.filter((word) => word !== '--quick'),
    { quick: words.includes('--quick'), say },
  )
  console.log(sections.map(tableOf).join('\n'))
}
