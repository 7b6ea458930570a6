import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { analysisFile, startR } from '@trialwright/simulation'
import type { SimulateOptions } from '../options.ts'
import { simulatedStudy } from '../study.ts'
import { openTrialFile } from './file.ts'
import { trialsText } from './report.ts'
import { runTrials, type TrialsProgress } from './run.ts'

/** Runs many trials without a server and says what they show of the design. */
export async function simulateTrials(
  options: SimulateOptions & { readonly trials: number },
  progress: (now: TrialsProgress) => void = () => undefined,
): Promise<string> {
  const { study, name } = await simulatedStudy(options.study, options.scenario)
  const { compiled } = study
  const { out, seed, trials, workers } = options
  mkdirSync(out, { recursive: true })
  const asked = {
    study: compiled.id,
    scenario: name,
    participants: options.participants ?? compiled.target,
    seed,
    began: options.firstDay,
  }
  const file = openTrialFile(out, asked, options.resume)
  const r = await startR(analysisFile)
  try {
    await runTrials(asked, { trials, workers, file, r, progress })
    const text = await trialsText(compiled, asked, file, r)
    writeFileSync(path.join(out, 'trials.txt'), `${text}\n`)
    return text
  } finally {
    await r.stop()
  }
}
