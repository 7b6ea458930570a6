import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { tryOut } from '@trialwright/conduct'
import { type Language, loadStudy, type Study } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { Stop } from '../stop.ts'
import { loadStudies, loadStudyIn } from '../studies.ts'
import { pageOf } from './page.ts'
import type { StudyReport } from './report.ts'
import { textOf } from './text.ts'
import { words } from './words.ts'

const help = `trialwright randomisation-report [folder of a study] [--runs 4000] [--seed 1] [--out .] [--language en|nb]

  Tries the study's randomisation and others out on invented trials: how well each balances, and how often a guesser names
  the next arm. Prints the table and writes randomisation-report-<study>.html. Both name block sizes: not for blinded eyes.`

/** Simulates the study's scheme beside others, prints the figures and writes the page with plots. */
export async function randomisationReport(args: readonly string[]): Promise<number> {
  const options = optionsOf(args)
  if (options === 'help') {
    console.log(help)
    return 0
  }
  const modules = options.folder === undefined ? await loadStudies() : [await loadStudyIn(options.folder)]
  for (const { definition } of modules) {
    const study = loadStudy(compileStudy(definition))
    const report = simulate(study, options, (line) => console.log(line))
    console.log(`\n${textOf(report, options.language).join('\n')}\n`)
    const file = path.join(options.out, `randomisation-report-${study.compiled.id}.html`)
    mkdirSync(options.out, { recursive: true })
    writeFileSync(file, pageOf(report, options.language))
    console.log(`${words[options.language].written} ${file}`)
  }
  return 0
}

interface Options {
  readonly folder: string | undefined
  readonly runs: number
  readonly seed: number
  readonly out: string
  readonly language: Language
}

/** The report with what its heading says. */
export const simulate = (
  study: Study,
  { runs, seed, language }: Pick<Options, 'runs' | 'seed' | 'language'>,
  say: (line: string) => void,
): StudyReport => ({
  ...tryOut(study, { runs, seed, progress: (done, of, name) => say(`  ${done}/${of}  ${name[language]}`) }),
  study: study.compiled,
  seed,
})

function optionsOf(args: readonly string[]): Options | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '4000' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string', default: '.' },
        language: { type: 'string', default: 'en' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return 'help'
    if (values.language !== 'en' && values.language !== 'nb') throw new Error('The language is en or nb.')
    if (!/^[1-9]\d{0,6}$/.test(values.runs)) throw new Error('The number of runs is a whole number from 1 to 9999999.')
    if (!/^\d{1,9}$/.test(values.seed)) throw new Error('The seed is a whole number of at most nine digits.')
    return {
      folder: positionals[0],
      runs: Number(values.runs),
      seed: Number(values.seed),
      out: path.resolve(values.out),
      language: values.language,
    }
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${help}`)
  }
}
