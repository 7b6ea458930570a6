import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import {
  type Hands,
  httpHands,
  type Invariant,
  newState,
  openStudy,
  run,
  type RunState,
  watched,
} from '@trialwright/simulation'
import { localDay } from '@trialwright/protocol'
import { startOwnServer } from '../own-server.ts'
import type { Simulated } from '../study.ts'
import { seenIn, worldsEqual } from './compare.ts'
import { surveyed } from './survey.ts'
import { armBefore, type Table } from './tables.ts'

/**
 * Runs the trial in two worlds that differ in their secret tables alone, the bodies being those of the first in both, and
 * holds what blinded people read and were answered in one against the other.
 */
export async function blindedWorldsEqual(
  simulated: Simulated,
  {
    seed,
    participants,
    firstDay,
    out,
  }: { readonly seed: number; readonly participants: number; readonly firstDay: string; readonly out: string },
): Promise<Invariant> {
  const { compiled } = simulated.study
  const seen: string[] = []
  for (const table of ['drawn', 'exchanged'] as const) {
    const folder = path.join(out, `world-${table}`)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const file = path.join(folder, 'seen.jsonl')
    const asked = { seed, participants, scenario: simulated.name, study: compiled.id }
    await lived(simulated, { asked, firstDay, folder, file, table })
    seen.push(file)
  }
  const [one = '', other = ''] = seen
  return worldsEqual(one, other)
}

async function lived(
  { study: { compiled }, model, scenario }: Simulated,
  {
    asked,
    firstDay,
    folder,
    file,
    table,
  }: {
    readonly asked: Pick<RunState, 'seed' | 'participants' | 'scenario' | 'study'>
    readonly firstDay: string
    readonly folder: string
    readonly file: string
    readonly table: Table
  },
): Promise<void> {
  const { seed, study } = asked
  const began = new Date().toISOString()
  const own = await startOwnServer({ data: path.join(folder, 'data'), study, seed, firstDay, table })
  const { accounts, password } = own.accounts
  const http = httpHands({ address: own.address, study, seed, password, accounts })
  const { watch, close } = seenIn(file)
  const hands: Hands = watched(http, watch)
  try {
    await openStudy(hands, compiled, model)
    const state = await run({
      compiled,
      model,
      scenario,
      hands,
      inTurn: true,
      ...(table === 'exchanged' && { bodyOf: (arm: string) => armBefore(compiled, arm) }),
      state: newState(asked, localDay(await hands.now(), compiled.sites[0]?.timeZone ?? 'UTC')),
      sent: http.sent,
    })
    const codes = state.courses.flatMap(({ code, site }) => (code === undefined ? [] : [[code, site] as const]))
    const people = accounts.map(({ name, role, site }) => ({ account: name, role, site }))
    await surveyed(http, compiled, { codes, accounts: people, watch, began })
  } finally {
    http.close()
    await close()
    await own.stop()
  }
}
