import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, newPasswords, openPools, type Pools, registerStudy, startEmbedded } from '../src/index.ts'

export const studyId = 'bench'
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export type Server = AsyncDisposable & { readonly adminUrl: string; readonly pools: Pools }

/** A durable embedded server of the bench's own, migrated, with one open study. */
export const startServer = async (): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), 'trialwright-bench-'))
  const embedded = await startEmbedded({ folder: join(folder, 'postgres'), durable: true })
  const passwords = newPasswords()
  await migrate(embedded.adminUrl, passwords)
  const pools = openPools({ url: embedded.adminUrl, passwords, connections: 20 })
  const compiled = '{"id":"bench"}'
  await registerStudy(pools.blinded, { studyId, mode: 'demo', definitionHash: sha256(compiled), compiled })
  return {
    adminUrl: embedded.adminUrl,
    pools,
    [Symbol.asyncDispose]: async () => {
      await pools.close()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
