import { parseArgs } from 'node:util'
import type { Language } from '@trialwright/protocol'
import { compileStudy, disagreements, mutationScore, type MutationScore } from '@trialwright/protocol/compile'
import { loadStudy } from '@trialwright/protocol'
import { Stop } from '../stop.ts'
import { loadStudyIn } from '../studies.ts'
import { scoreLines } from './lines.ts'

const help = `trialwright mutation-score <folder of a study> [--least 95] [--language en|nb]

  Makes every slip a protocol's author could make, one at a time: another comparison, a limit one step off, another unit, a window
  a day wider, "or" for "and". Says how many the study's own examples notice, and which case is missing for each of the others.
  Exit code 1 when fewer than --least per cent are noticed.`

/** Says how well a study's examples hold its protocol fast. */
export async function mutationScoreCommand(args: readonly string[]): Promise<number> {
  const { folder, language, least } = options(args)
  if (folder === undefined) {
    console.log(help)
    return args.includes('--help') ? 0 : 1
  }
  const { definition, examples } = await loadStudyIn(folder)
  if (examples === undefined) throw new Stop(`${folder} has no examples (cases.ts), so no slip can be noticed.`)
  const compiled = compileStudy(definition)
  const [wrong] = disagreements(loadStudy(compiled), examples)
  if (wrong !== undefined)
    throw new Stop(
      `The study itself does not agree with its example for ${wrong.of}, “${wrong.given}”: ${wrong.expected} was expected, ${wrong.found} was found. Mend that first.`,
    )
  const score = followed(mutationScore(compiled, examples))
  console.log(scoreLines(score, language).join('\n'))
  return percentOf(score) >= least ? 0 : 1
}

export const percentOf = ({ slips, noticed }: Pick<MutationScore, 'slips' | 'noticed'>): number =>
  (100 * noticed) / slips

/** Runs to the end, telling a person at a terminal how far it is. */
function followed(run: ReturnType<typeof mutationScore>): MutationScore {
  const { stderr } = process
  for (;;) {
    const step = run.next()
    if (step.done === true) {
      if (stderr.isTTY) stderr.write('\r\u001B[K')
      return step.value
    }
    const { tried, all } = step.value
    if (stderr.isTTY && tried % 20 === 0) stderr.write(`\r${tried} of ${all} slips`)
  }
}

function options(args: readonly string[]): {
  readonly folder: string | undefined
  readonly language: Language
  readonly least: number
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        language: { type: 'string', default: 'en' },
        least: { type: 'string', default: '95' },
        help: { type: 'boolean' },
      },
    })
    if (values.language !== 'en' && values.language !== 'nb') throw new Error('The language is en or nb.')
    if (!/^\d{1,2}(\.\d+)?$|^100$/.test(values.least)) throw new Error('--least is a percentage from 0 to 100.')
    return { folder: values.help ? undefined : positionals[0], language: values.language, least: Number(values.least) }
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${help}`)
  }
}
