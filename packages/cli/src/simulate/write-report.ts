import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CompiledStudy } from '@trialwright/protocol'
import {
  agreesWithCore,
  analyse,
  type Analysis,
  analysisFile,
  type AnalysisSet,
  analysisCsv,
  type CoreTrial,
  coreTrial,
  type Invariant,
  type Part,
  type R,
  plainStudy,
  reportOf,
  reportPage,
  reportText,
  type RunState,
  sentence,
  startRApart,
  statisticsPart,
  table,
} from '@trialwright/simulation'
import type { RouteTime, Verified } from './messages.ts'
import type { Simulated } from './study.ts'

export interface Found {
  readonly events: string
  readonly core: CoreTrial
  readonly times: readonly RouteTime[]
  readonly verified: Promise<readonly Verified[]>
  /** R, begun before: that takes seconds. */
  readonly r: Promise<R | undefined> | undefined
  /** Looked at beside the records. */
  readonly further?: readonly Invariant[]
}

export interface Written {
  readonly text: string
  readonly page: string
  readonly holds: boolean
  readonly times: readonly RouteTime[]
}

/** R for the analysis of so many; undefined where they are too few for one. */
export const beginR = async (participants: number): Promise<R | undefined> =>
  participants < fewest ? undefined : startRApart(analysisFile)

/** The same trial by the pure core; nothing of the records is needed for it. */
export function coreOf({ study, model, scenario }: Simulated, state: RunState): CoreTrial {
  const { seed, participants, began } = state
  return coreTrial({ plain: plainStudy(study.compiled), model, scenario, seed, participants, began })
}

/** Writes report, events and the analysis set beside the state. `holds`: every invariant does. */
export async function writeReport(
  { study: { compiled } }: Simulated,
  state: RunState,
  out: string,
  found: Found,
): Promise<Written> {
  const { r, core } = found
  const events = readFileSync(found.events, 'utf8')
  const running = await r
  let analysing: Promise<Analysis | undefined> = Promise.resolve(undefined)
  const known = reportOf(compiled, state, events, (set) => {
    if (running) analysing = analysed(running, compiled, set)
    analysing.catch(() => undefined)
  })
  const digest = createHash('sha256').update(events).digest('hex')
  const report = {
    ...known,
    invariants: [
      ...known.invariants,
      verifiedOf(await found.verified),
      agreesWithCore(known.analysis, core),
      ...(found.further ?? []),
    ],
  }
  const file = (name: string) => path.join(out, name)
  copyFileSync(found.events, file('events.jsonl'))
  writeFileSync(file('analysis.csv'), analysisCsv(report.analysis))
  copyFileSync(analysisFile, file('analysis.R'))
  const analysis = await analysing
  writeFileSync(
    file('report.html'),
    reportPage(report, [...(analysis ? [statisticsPart(analysis)] : []), timesPart(found.times), digestPart(digest)]),
  )
  const primary = analysis ? `\n  ${analysis.measure}, ANCOVA by R: ${sentence(analysis.ancova)}` : ''
  const text = `${reportText(report)}${primary}\n  slowest routes, p95: ${found.times
    .filter(({ count }) => count >= 10)
    .slice(0, 5)
    .map(({ route, p95 }) => `${route.replace('/api/studies/:study', '')} ${p95.toFixed(0)} ms`)
    .join(', ')}\n  events.jsonl has SHA-256 ${digest}`
  writeFileSync(file('report.txt'), `${text}\n`)
  const holds = report.invariants.every(({ wrong }) => wrong.length === 0)
  return { text, page: file('report.html'), holds, times: found.times }
}

/** Fewer than these are not analysed. */
const fewest = 8

/** By R; too few to be analysed are not. */
async function analysed(r: R, compiled: CompiledStudy, set: AnalysisSet): Promise<Analysis | undefined> {
  const complete = set.rows.filter(
    ({ measures }) => typeof measures[set.endpoint] === 'number' && typeof measures[set.baseline] === 'number',
  )
  if (complete.length < fewest || new Set(complete.map(({ arm }) => arm)).size < 2) return undefined
  return analyse(r, compiled, set)
}

function verifiedOf(verified: readonly Verified[]): Invariant {
  return {
    id: 'audit',
    text: 'The audit logs are verified: every record is as it was written',
    checked: verified.reduce((sum, { records }) => sum + records, 0),
    wrong: verified.flatMap(({ problem }) => problem ?? []),
  }
}

const timesPart = (times: readonly RouteTime[]): Part => ({
  title: 'How long the server took',
  html: table(
    ['Route', 'Requests', 'p50, ms', 'p95, ms', 'longest, ms'],
    times.map(({ route, count, p50, p95, most }) => [route, count, tenth(p50), tenth(p95), tenth(most)]),
  ),
})

const tenth = (value: number): number => Math.round(value * 10) / 10

const digestPart = (digest: string): Part => ({
  title: 'The same seed, the same trial',
  html: `<p>events.jsonl holds every event, open and sealed, by stream and version, one canonical line each. Left out are the time of recording and the place in the log, which no seed gives, and the salt of the sample that is verified. Its SHA-256 is <code>${digest}</code>; a run with the same study, seed, scenario and number gives the same.</p>`,
})
