import path from 'node:path'
import { parseArgs } from 'node:util'
import { describeFinding, verifyAllocations } from '@trialwright/conduct'
import { readAllocationEvidence, type Verification, verifyAll } from '@trialwright/records'
import { Stop } from './stop.ts'
import { reach } from './verify.ts'

const help = `trialwright verify-allocation [--study id] [--commitment hex] [--data ./data] [--language en|nb]

  For after unblinding: works every allocation out again from the sealed seed, and compares it with the published commitment,
  the slots, the allocations and the events of both logs, which it verifies first. Tells no arm. Exit code 1 when something
  does not agree.
  --commitment   the commitment as it was kept elsewhere, on paper or in a registry; needs --study
  DATABASE_URL   an administrator's URL, instead of the embedded database in the data folder (which must not be running)`

/** Shows that every participant got the arm that was sealed before the study opened. */
export async function verifyAllocation(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  if (args.includes('--help')) {
    console.log(help)
    return 0
  }
  const { data, language, study, commitment } = optionsOf(args)
  const { url, stop } = await reach(data, env['DATABASE_URL'])
  try {
    const verifications = (await verifyAll(url)).filter(({ studyId }) => studyId !== '-')
    const chosen = verifications.filter(({ studyId }) => study === undefined || studyId === study)
    if (chosen.length === 0) throw new Stop(study ? `There is no study ${study}.` : 'There is no study.')
    let wrong = 0
    for (const verification of chosen) {
      const lines = await linesOf(url, verification, commitment, language)
      wrong += lines.problems.length
      console.log([...lines.problems, ...lines.sound].map((line) => `${verification.studyId}: ${line}`).join('\n'))
    }
    return wrong > 0 ? 1 : 0
  } finally {
    await stop()
  }
}

type Language = 'en' | 'nb'

async function linesOf(url: string, { studyId, problem }: Verification, kept: string | undefined, language: Language) {
  const evidence = await readAllocationEvidence(url, studyId)
  const findings = verifyAllocations({ ...evidence, ...(kept !== undefined && { kept }) })
  const problems = [
    ...(problem ? [problem.text[language]] : []),
    ...findings.map((finding) => describeFinding(finding)[language]),
  ]
  const { allocated, slots, published } = evidence
  const said = {
    en: [
      `${allocated.length} allocations and ${slots.length} slots follow from the sealed seed.`,
      `The sealed list has the commitment ${published}.`,
    ],
    nb: [
      `${allocated.length} tildelinger og ${slots.length} plasser følger av det forseglede frøet.`,
      `Den forseglede listen har kontrollsummen ${published}.`,
    ],
  }
  return { problems, sound: problems.length === 0 ? said[language] : [] }
}

function optionsOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string', default: 'data' },
        language: { type: 'string', default: 'en' },
        study: { type: 'string' },
        commitment: { type: 'string' },
      },
    })
    if (values.commitment !== undefined && values.study === undefined) throw new Error('Name the study with --study.')
    if (values.commitment !== undefined && !/^[0-9a-f]{64}$/.test(values.commitment))
      throw new Error('The commitment is a SHA-256 sum in 64 hexadecimal digits.')
    if (values.language !== 'en' && values.language !== 'nb') throw new Error('The language is en or nb.')
    const { study, commitment } = values
    return { data: path.resolve(values.data), language: values.language, study, commitment } as const
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${help}`)
  }
}
