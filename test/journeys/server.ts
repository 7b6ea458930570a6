import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createDemoAccounts, demoAccounts } from '@trialwright/cli'
import { compileStudy, hashOf } from '@trialwright/protocol/compile'
import { openPools, readOrCreateVaultKey, registerStudy } from '@trialwright/records'
import { canonicalText, createLog, createPorts, createServer, type PortsOptions } from '@trialwright/server'
import { backToBasic } from '@trialwright/study-back-to-basic'
import { freshDatabase } from '@trialwright/test-support'

export const compiled = compileStudy(backToBasic)
const hash = hashOf(compiled)

export interface RunningServer extends AsyncDisposable {
  readonly address: string
  /** Of the superuser, to look behind the doors. */
  readonly adminUrl: string
  readonly password: string
  readonly accounts: ReturnType<typeof demoAccounts>['accounts']
  /** All that was logged; the server must have been closed. */
  log(): string
  close(): Promise<void>
}

/** Monday 16 March 2026, 15 o'clock in Oslo; the demo's clock moves on from here by days. */
const start = Date.UTC(2026, 2, 16, 14)

/** The product as it is composed, in demo mode, on the loopback address and a database of its own. */
export async function openServer(pages?: string, providers: PortsOptions['providers'] = []): Promise<RunningServer> {
  const database = await freshDatabase()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-journey-'))
  const pools = openPools({ url: database.adminUrl, passwords: database.passwords })
  await registerStudy(pools.blinded, {
    studyId: compiled.id,
    mode: 'demo',
    definitionHash: hash,
    compiled: canonicalText(compiled),
  })
  const demo = demoAccounts(compiled)
  await createDemoAccounts(pools, compiled.id, demo)
  const log = createLog(folder)
  const ports = await createPorts({
    mode: 'demo',
    pools,
    studies: [{ compiled, hash }],
    log,
    milliseconds: () => start,
    vaultKey: readOrCreateVaultKey(path.join(folder, 'vault.key')),
    demo,
    providers,
  })
  const server = await createServer({ ports, strictAnswers: true, requestsPerMinute: 100_000, ...(pages && { pages }) })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  let closing: Promise<void> | undefined
  const close = () => (closing ??= shut())
  const shut = async () => {
    await server.close()
    await pools.close()
    await new Promise<void>((resolve, reject) => log.flush((error) => (error ? reject(error) : resolve())))
  }
  return {
    address,
    adminUrl: database.adminUrl,
    ...demo,
    log: () => readFileSync(path.join(folder, 'server.log'), 'utf8'),
    close,
    async [Symbol.asyncDispose]() {
      await close()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
