import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { operatingCharacteristics, schemeOf, seeded, siteSizes } from '@trialwright/conduct'
import { loadStudy, type CompiledStudy } from '@trialwright/protocol'
import { literal, type R, readRows, type TrialRow } from '@trialwright/simulation'
import type { TrialFile } from './file.ts'
import type { WorkerData } from './messages.ts'

/** Trials drawn to tell how well a guesser does; some tenths of a percentage point. */
const guessed = 500

/** What thousands of trials say of the design, in lines; the statistics by R. */
export async function trialsText(compiled: CompiledStudy, asked: WorkerData, file: TrialFile, r: R): Promise<string> {
  const rows = file.rows()
  const column = (pick: (row: TrialRow) => number) => literal(rows.map(pick))
  const spread = async (pick: (row: TrialRow) => number) => {
    const found = readRows(await r.text(`describe(${column(pick)})`))
    const at = (name: string, digits = 0) => (found.get(name)?.[0] ?? NaN).toFixed(digits)
    return (digits = 0) =>
      `${at('mean', digits)} (SD ${at('sd', digits)}; 5 to 95 of a hundred ${at('low', digits)} to ${at('high', digits)})`
  }
  const fitted = rows.filter(({ p }) => typeof p === 'number')
  const hits = fitted.filter(({ p }) => (p ?? 1) < 0.05).length
  const share = readRows(await r.text(`share(${hits}, ${fitted.length})`)).get('share') ?? []
  const percent = (value: number | undefined) => `${((value ?? NaN) * 100).toFixed(1)} %`
  const scheme = balanceOf(compiled)
  const estimate = await spread(({ estimate: found }) => found ?? 0)
  const days = await spread(({ recruitmentDays }) => recruitmentDays)
  const vials = await spread(({ vials: opened }) => opened)
  const screened = await spread((row) => row.screened)
  const ahead = await spread((row) => row.ahead)
  const analysed = await spread((row) => row.analysed)
  return [
    `${rows.length} trials of ${asked.participants}, scenario ${asked.scenario}, seed ${asked.seed}`,
    `  p < 0.05 for the primary outcome (ANCOVA, two-sided) in ${percent(share[0])} of trials (95 % limits ${percent(share[1])} to ${percent(share[2])})`,
    `  estimate ${estimate(2)}`,
    `  analysed ${analysed(1)}`,
    `  screened ${screened(1)}`,
    `  days to randomise all ${days()}`,
    `  vials ${vials()}`,
    `  larger arm ahead by ${ahead(2)}`,
    `  a guesser who knows the earlier arms of his site names ${percent(scheme.guessed.convergence.mean)} by betting on the arm behind, ${percent(scheme.guessed.best.mean)} knowing the method`,
    `  ${file.name} has SHA-256 ${createHash('sha256').update(readFileSync(file.name)).digest('hex')}; by ${r.name}`,
  ].join('\n')
}

function balanceOf(compiled: CompiledStudy) {
  const study = loadStudy(compiled)
  const strata = siteSizes(study)
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  return operatingCharacteristics(schemeOf(study), {
    participants: strata.reduce((sum, size) => sum + size, 0),
    strata,
    runs: guessed,
    draw: seeded(Buffer.from('operating characteristics'), sha256),
  })
}
