import { parseArgs } from 'node:util'
import { type CompiledStudy, type Language, loadStudy } from '@trialwright/protocol'
import { checkStudy, compileStudy, hashOf } from '@trialwright/protocol/compile'
import { Stop } from '../stop.ts'
import { loadStudyIn } from '../studies.ts'
import { assumptionLines } from './assumptions.ts'
import { criterionLines } from './criteria.ts'
import { findingLines } from './findings.ts'
import { scheduleLines } from './schedule.ts'
import { words } from './words.ts'

const help = `trialwright check <folder of a study> [--language en|nb]

  Prints the criteria with their readings, the schedule, the assumptions, and what is wrong. Exit code 1 when something is.`

/** Prints a study as its protocol reads, for the sponsor to compare. */
export async function check(args: readonly string[]): Promise<number> {
  const { folder, language } = options(args)
  if (folder === undefined) {
    console.log(help)
    return args.includes('--help') ? 0 : 1
  }
  const { definition, cases } = await loadStudyIn(folder)
  const compiled = compileStudy(definition)
  const findings = checkStudy(compiled, cases)
  const study = loadStudy(compiled)
  const say = words[language]
  const blocks = [
    head(compiled, language),
    [say.criteria, ...criterionLines(study, language)],
    [say.schedule, ...scheduleLines(compiled, language)],
    [say.assumptions, ...assumptionLines(compiled, language)],
    [say.findings, ...findingLines(findings, language)],
  ]
  console.log(blocks.map((lines) => lines.join('\n')).join('\n\n'))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

const head = (compiled: CompiledStudy, language: Language): readonly string[] => [
  compiled.title[language],
  `${compiled.registry.name} ${compiled.registry.id} · ${words[language].version} ${compiled.version} · SHA-256 ${hashOf(compiled)}`,
]

function options(args: readonly string[]): { readonly folder: string | undefined; readonly language: Language } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { language: { type: 'string', default: 'en' }, help: { type: 'boolean' } },
    })
    if (values.language !== 'en' && values.language !== 'nb') throw new Error('The language is en or nb.')
    return { folder: values.help ? undefined : positionals[0], language: values.language }
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${help}`)
  }
}
