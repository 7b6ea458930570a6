import { inventedApprovals } from '@trialwright/conduct'
import { type CompiledStudy, dayNumber, instantOf, isoOf, localDay, localTime } from '@trialwright/protocol'
import type { DemoAccounts } from '@trialwright/server'
import { createDemoClient, type DemoClient } from './client.ts'
import type { DemoParticipant, DemoStep, DemoTrial } from './trial.ts'

export interface DemoOptions {
  readonly address: string
  readonly compiled: CompiledStudy
  readonly accounts: DemoAccounts
  readonly say: (line: string) => void
  readonly signal?: AbortSignal
}

/** Seals the list and opens study and sites, as officer and administrator would. */
export async function openForDemo({ address, compiled, accounts }: DemoOptions): Promise<DemoClient> {
  const client = createDemoClient({ address, study: compiled.id, ...accounts })
  await client.post('randomisationOfficer', null, '/randomisation-list')
  await client.post('administrator', null, '/open')
  const today = localDay(await client.now(), compiled.sites[0]?.timeZone ?? 'UTC')
  for (const { id } of compiled.sites) {
    for (const approval of inventedApprovals(compiled, id, today))
      await client.post('administrator', null, '/record-approval', approval)
    await client.post('administrator', null, '/open-site', { site: id })
  }
  return client
}

type Planned = DemoStep & { readonly participant: DemoParticipant; readonly first: boolean; readonly last: boolean }

/**
 * Lives the participants' days through the public commands, from the first day to the last, moving the study clock between.
 * The trial's day 0 is so many days after the clock's present one as it says it begins before it. Returns how many there are.
 */
export async function inventParticipants(demo: DemoTrial, client: DemoClient, options: DemoOptions): Promise<number> {
  const { say, signal, compiled } = options
  const zone = compiled.sites[0]?.timeZone ?? 'UTC'
  const today = dayNumber(await reachAfternoon(client, zone)) + demo.begins
  await demo.prepare?.(client)
  const codes = new Map<DemoParticipant, string>()
  let done = 0
  for (const [day, steps] of byDay(demo.participants)) {
    if (signal?.aborted) break
    const now = await client.now()
    const behind = today + day - dayNumber(localDay(now, zone))
    if (behind > 0) await client.moveClock(behind)
    const date = isoOf(today + day)
    await Promise.all(
      steps.map(async ({ act, participant, first, last }) => {
        if (first) codes.set(participant, await register(client, participant.site))
        const code = codes.get(participant) ?? ''
        await act(client, code, date)
        if (!last) return
        done += 1
        say(`  ${done} of ${demo.participants.length} invented participants: ${code}, ${participant.story}`)
      }),
    )
  }
  return done
}

/** Infusions are recorded with their times, so the clock must show an hour after them. */
async function reachAfternoon(client: DemoClient, zone: string): Promise<string> {
  const [date = '', time = ''] = localTime(instantOf(await client.now()) ?? 0, zone).split('T')
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const wait = (15 * 60 - minutes + 1440) % 1440
  if (wait > 0) await client.moveClock(0, wait)
  return isoOf(dayNumber(date) + (minutes + wait >= 1440 ? 1 : 0))
}

/** All steps in order of their days; those of one participant never share a day. */
function byDay(participants: readonly DemoParticipant[]): readonly (readonly [number, readonly Planned[]])[] {
  const planned = participants.flatMap((participant) => {
    const steps = participant.steps.toSorted((a, b) => a.day - b.day)
    return steps.map((step, index) => ({ ...step, participant, first: index === 0, last: index === steps.length - 1 }))
  })
  return [...Map.groupBy(planned, ({ day }) => day)].toSorted(([a], [b]) => a - b)
}

async function register(client: DemoClient, site: string): Promise<string> {
  const { code } = await client.post<{ code: string }>('coordinator', site, '/participants', { site })
  return code
}
