import type { CompiledStudy } from '@trialwright/protocol'
import type { DemoAccounts } from '@trialwright/server'
import { createDemoClient, type DemoClient } from './client.ts'
import type { DemoTrial } from './trial.ts'

export interface DemoOptions {
  readonly address: string
  readonly compiled: CompiledStudy
  readonly accounts: DemoAccounts
  readonly demo: DemoTrial | undefined
  readonly say: (line: string) => void
  readonly signal?: AbortSignal
}

/** Seals the list and opens study and sites, as officer and administrator would. */
export async function openForDemo({
  address,
  compiled,
  accounts,
}: Omit<DemoOptions, 'demo' | 'say'>): Promise<DemoClient> {
  const client = createDemoClient({ address, study: compiled.id, ...accounts })
  await client.post('randomisationOfficer', null, '/randomisation-list')
  await client.post('administrator', null, '/open')
  for (const { id } of compiled.sites) await client.post('administrator', null, '/open-site', { site: id })
  return client
}

/** Invents the participants through the public commands, a few at a time, telling how far it is. */
export async function inventParticipants(options: DemoOptions, client: DemoClient): Promise<number> {
  const { demo, say, signal } = options
  if (!demo) return 0
  await demo.prepare?.(client)
  const waiting = [...demo.participants]
  let done = 0
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !signal?.aborted; next = waiting.shift()) {
      const { code } = await client.post<{ code: string }>('coordinator', next.site, '/participants', {
        site: next.site,
      })
      await next.live(client, code)
      done += 1
      say(`${done} of ${demo.participants.length} invented participants: ${code} ${next.story}`)
    }
  }
  await Promise.all([work(), work(), work(), work()])
  return done
}
