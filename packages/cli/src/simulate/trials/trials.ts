import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { analysisFile, startR } from '@trialwright/simulation'
import type { SimulateOptions } from '../options.ts'
import type { Watching } from '../simulate.ts'
import { simulatedStudy } from '../study.ts'
import type { Written } from '../write-report.ts'
import { openTrialFile } from './file.ts'
import { figuresOf } from './figures.ts'
import { runBoth } from './both.ts'
import { trialsPage } from './page.ts'
import { trialsText } from './report.ts'
import { runTrials, type TrialsProgress } from './run.ts'

/** Runs many trials without a server and says what they show of the design; some of them through a server too. */
export async function simulateTrials(
  options: SimulateOptions & { readonly trials: number },
  progress: (now: TrialsProgress) => void = () => undefined,
  watching: Watching = {},
): Promise<Omit<Written, 'times'>> {
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
    const figures = await figuresOf(compiled, asked, file, r)
    const both = await runBoth({ ...options, participants: asked.participants, scenario: name }, watching)
    const text = trialsText(figures, both)
    const page = path.join(out, 'trials.html')
    writeFileSync(path.join(out, 'trials.txt'), `${text}\n`)
    writeFileSync(page, trialsPage(compiled.title.en, figures, both))
    return { text, page, holds: both.every(({ holds }) => holds) }
  } finally {
    await r.stop()
  }
}
