import { createHash, randomUUID } from 'node:crypto'
import { type FreshDatabase, freshDatabase } from '@trialwright/test-support'
import { createAppender } from '../events/appender.ts'
import type { AppendEntry } from '../events/entry.ts'
import { openPools, type Pools } from '../pools/pools.ts'
import { registerStudy } from '../study.ts'

export const studyId = 'trial-a'
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export type Trial = AsyncDisposable & {
  readonly database: FreshDatabase
  readonly pools: Pools
  readonly append: (entry: AppendEntry) => ReturnType<ReturnType<typeof createAppender>['append']>
}

/** An opened study on a database of its own. */
export const openTrial = async (connections = 10): Promise<Trial> => {
  const database = await freshDatabase()
  const pools = openPools({ url: database.adminUrl, passwords: database.passwords, connections })
  await open(pools, studyId)
  const appender = createAppender(pools.blinded)
  return {
    database,
    pools,
    append: (entry) => appender.append(entry),
    [Symbol.asyncDispose]: async () => {
      await pools.close()
      await database.drop()
    },
  }
}

export const open = (pools: Pools, id: string): ReturnType<typeof registerStudy> => {
  const compiled = JSON.stringify({ id })
  return registerStudy(pools.blinded, { studyId: id, mode: 'demo', definitionHash: sha256(compiled), compiled })
}

/** A command that appends one event to a stream, with everything else chosen for it unless told. */
export const command = (change: Partial<AppendEntry> = {}): AppendEntry => ({
  studyId,
  streamId: 'participant/1-001',
  expectedVersion: 0,
  key: randomUUID(),
  bodyHash: sha256('body'),
  actor: 'account-1',
  role: 'coordinator',
  site: 'north',
  definitionHash: sha256('definition'),
  response: '{"ok":true}',
  events: [event('ParticipantScreened', { age: 41 })],
  ...change,
})

/** Canonical for members given in sorted order. */
export const event = (type: string, content: object = {}): { type: string; text: string } => ({
  type,
  text: JSON.stringify(content),
})
