import { mkdirSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { localDay } from '@trialwright/protocol'
import {
  httpHands,
  newState,
  openStudy,
  type Progress,
  run,
  type RunState,
  ServerGone,
  withJournal,
} from '@trialwright/simulation'
import type { DemoAccounts } from '@trialwright/server'
import { Stop } from '../stop.ts'
import { type Begun, beginServer } from './begin.ts'
import { dataFolder } from './folder.ts'
import type { SimulateOptions } from './options.ts'
import { type OwnServer, startOwnServer } from './own-server.ts'
import { journalIn, keepState, keptState, whereItStood } from './state-file.ts'
import { simulatedStudy } from './study.ts'
import type { blindedWorldsEqual } from './worlds/worlds.ts'
import { beginR, coreOf, type Written, writeReport } from './write-report.ts'

export interface Watching {
  /** Told at the end of each day. */
  readonly progress?: (progress: Progress, participants: number) => void
  /** Told when the server is there; tests stop it then, at a day of theirs. */
  readonly serving?: (server: OwnServer) => void
}

export interface Simulation {
  readonly state: RunState
  readonly address: string
  /** Of a server of one's own only. */
  readonly written?: Written
}

/** Runs a trial to its end and writes what is to be said of it; a server that stops on the way is told in words. */
export async function simulate(
  options: SimulateOptions,
  watching: Watching = {},
  begun: Begun | undefined = beginServer(options),
): Promise<Simulation> {
  const simulated = await simulatedStudy(options.study, options.scenario).catch(async (error: unknown) => {
    await begun?.undo()
    throw error
  })
  const { model, name, scenario } = simulated
  const { compiled } = simulated.study
  const { out, seed } = options
  const participants = options.participants ?? compiled.target
  const asked = { seed, participants, scenario: name, study: compiled.id }
  mkdirSync(out, { recursive: true })
  const kept = keptState(out, options.resume, asked)
  const firstDay = kept?.began ?? options.firstDay
  const starting = options.server
    ? undefined
    : (begun?.server ?? startOwnServer({ data: dataFolder(out), study: compiled.id, seed, firstDay }))
  // Asked for at the end; it begins when the server is there, for both take seconds of both processors.
  const r = starting?.then(() => beginR(participants))
  r?.catch(() => undefined)
  let own: OwnServer | undefined
  try {
    own = await starting
    if (own) watching.serving?.(own)
    const address = own?.address ?? (options.server as string)
    const { accounts, password } = own?.accounts ?? (await accountsOf(address))
    const http = httpHands({ address, study: compiled.id, seed, password, accounts })
    const hands = withJournal(http, journalIn(out))
    if (!kept) await openStudy(hands, compiled, model)
    const state = kept ?? newState(asked, localDay(await hands.now(), compiled.sites[0]?.timeZone ?? 'UTC'))
    try {
      await run({
        compiled,
        model,
        scenario,
        hands,
        state,
        sent: http.sent,
        dayDone(now, progress) {
          watching.progress?.(progress, participants)
          return keepState(out, now)
        },
      })
    } catch (error) {
      throw error instanceof ServerGone ? whereItStood(error.message, state, out) : error
    } finally {
      hands.close()
    }
    if (!own) return { state, address }
    const asking = Promise.all([own.ask('events'), own.ask('times')])
    asking.catch(() => undefined)
    // Worked out while the server writes them.
    await turn()
    const core = coreOf(simulated, state)
    const [events, times] = await asking
    // The database verifies its logs while the report is made of the events here.
    const verified = own.ask('verified')
    // Nothing more is asked of the server then: it stops while the report is finished.
    const server = own
    verified.then(
      () => server.stop(),
      () => undefined,
    )
    const further = options.worlds ? [await inWorlds(simulated, { seed, participants, firstDay, out })] : []
    return {
      state,
      address,
      written: await writeReport(simulated, state, out, { events, core, times, verified, r, further }),
    }
  } finally {
    await Promise.all([
      own?.stop(),
      r?.then(
        (running) => running?.stop(),
        () => undefined,
      ),
    ])
  }
}

/** Loaded by whoever asks for it. */
const inWorlds: typeof blindedWorldsEqual = async (...asked) =>
  (await import('./worlds/worlds.ts')).blindedWorldsEqual(...asked)

async function accountsOf(address: string): Promise<DemoAccounts> {
  const answer = await fetch(`${address}/api/demo/accounts`).catch(() => undefined)
  if (!answer?.ok) throw new Stop(`No server in demo mode answers at ${address}; start one with trialwright start.`)
  return (await answer.json()) as DemoAccounts
}
