import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  type OperatingCharacteristics,
  operatingCharacteristics,
  schemeOf,
  seeded,
  siteSizes,
} from '@trialwright/conduct'
import { loadStudy, type CompiledStudy } from '@trialwright/protocol'
import { literal, type R, readRows, type TrialRow } from '@trialwright/simulation'
import type { TrialFile } from './file.ts'
import type { WorkerData } from './messages.ts'

/** Trials drawn to tell how well a guesser does; some tenths of a percentage point. */
const guessed = 500

/** How a figure is spread over the trials. */
export interface Spread {
  readonly mean: number
  readonly sd: number
  /** 5th, 50th and 95th of a hundred. */
  readonly low: number
  readonly middle: number
  readonly high: number
}

export interface TrialsFigures {
  readonly asked: WorkerData
  readonly rows: readonly TrialRow[]
  /** Share of trials with p < 0.05, with exact 95 % limits; undefined when none could be analysed. */
  readonly power?: { readonly share: number; readonly lower: number; readonly upper: number; readonly of: number }
  readonly estimate: Spread
  readonly analysed: Spread
  readonly screened: Spread
  readonly days: Spread
  readonly vials: Spread
  readonly ahead: Spread
  readonly guessed: OperatingCharacteristics['guessed']
  /** The statistics' program. */
  readonly by: string
  readonly file: string
  readonly digest: string
}

/** What thousands of trials say of the design; the statistics by R. */
export async function figuresOf(
  compiled: CompiledStudy,
  asked: WorkerData,
  file: TrialFile,
  r: R,
): Promise<TrialsFigures> {
  const rows = file.rows()
  const spread = async (pick: (row: TrialRow) => number | null | undefined): Promise<Spread> => {
    const known = rows.flatMap((row) => pick(row) ?? [])
    const found = known.length === 0 ? new Map() : readRows(await r.text(`describe(${literal(known)})`))
    const at = (name: string): number => found.get(name)?.[0] ?? Number.NaN
    return { mean: at('mean'), sd: at('sd'), low: at('low'), middle: at('middle'), high: at('high') }
  }
  const fitted = rows.flatMap(({ p }) => p ?? [])
  const hits = fitted.filter((p) => p < 0.05).length
  const [share = 0, lower = 0, upper = 1] =
    fitted.length === 0 ? [] : (readRows(await r.text(`share(${hits}, ${fitted.length})`)).get('share') ?? [])
  return {
    asked,
    rows,
    ...(fitted.length > 0 && { power: { share, lower, upper, of: fitted.length } }),
    estimate: await spread(({ estimate }) => estimate),
    analysed: await spread(({ analysed }) => analysed),
    screened: await spread(({ screened }) => screened),
    days: await spread(({ recruitmentDays }) => recruitmentDays),
    vials: await spread(({ vials }) => vials),
    ahead: await spread(({ ahead }) => ahead),
    guessed: guessedIn(compiled),
    by: r.name,
    file: file.name,
    digest: createHash('sha256').update(readFileSync(file.name)).digest('hex'),
  }
}

function guessedIn(compiled: CompiledStudy): OperatingCharacteristics['guessed'] {
  const study = loadStudy(compiled)
  const strata = siteSizes(study)
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  return operatingCharacteristics(schemeOf(study), {
    participants: strata.reduce((sum, size) => sum + size, 0),
    strata,
    runs: guessed,
    draw: seeded(Buffer.from('operating characteristics'), sha256),
  }).guessed
}
