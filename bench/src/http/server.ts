import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Role } from '@trialwright/conduct'
import {
  createAccount,
  createSession,
  grantRole,
  listAllocations,
  migrate,
  newPasswords,
  openPools,
  type Pools,
  registerStudy,
  startEmbedded,
} from '@trialwright/records'
import { canonicalText, createLog, createPorts, createServer, hashPassword, type OpenStudy } from '@trialwright/server'
import type { Asked, Ready } from './messages.ts'
import { openForBench } from './open.ts'
import { addParticipants } from './participants.ts'
import { benchStudy } from './study.ts'

/*
 * The real server in a process of its own, on a durable embedded database of its own, so that whoever measures does not
 * share its event loop. Started with the number of participants; speaks with its parent by messages.
 */

const participants = Number(process.argv[2])
const folder = mkdtempSync(path.join(tmpdir(), 'trialwright-bench-'))
const embedded = await startEmbedded({ folder: path.join(folder, 'postgres'), durable: true })
const passwords = newPasswords()
await migrate(embedded.adminUrl, passwords)
const pools = openPools({ url: embedded.adminUrl, passwords })
const { compiled, hash } = benchStudy(participants)
await registerStudy(pools.blinded, {
  studyId: compiled.id,
  mode: 'demo',
  definitionHash: hash,
  compiled: canonicalText(compiled),
})
const ports = await createPorts({
  mode: 'demo',
  pools,
  studies: [{ compiled, hash }],
  log: createLog('warn'),
  demo: { password: 'bench', accounts: [] },
})
const server = await createServer({ ports, requestsPerMinute: 10_000_000 })
const address = await server.listen({ host: '127.0.0.1', port: 0 })
const study = ports.studies.get(compiled.id) as OpenStudy

const cookie = async (role: Role): Promise<string> =>
  `${ports.cookies.session}=${await sessionOf(pools, compiled.id, role)}`
await openForBench(address, compiled, cookie)
const codes = Array.from({ length: participants }, (_, index) => {
  const { id } = compiled.sites[index % compiled.sites.length] as (typeof compiled.sites)[number]
  return `${id.slice(0, 3).toUpperCase()}-${String(Math.floor(index / compiled.sites.length) + 1).padStart(4, '0')}`
})
for (let i = 0; i < codes.length; i += 500) await addParticipants(ports, study, codes.slice(i, i + 500))

send({ kind: 'ready', address, study: compiled.id, cookie: await cookie('investigator'), codes })

process.on('message', (asked: Asked) => {
  if (asked.kind === 'allocations')
    void listAllocations(pools.unblinded, compiled.id).then((allocations) => send({ kind: 'allocations', allocations }))
  else void stop()
})
process.once('disconnect', () => void stop())

let stopping: Promise<void> | undefined
function stop(): Promise<void> {
  stopping ??= (async () => {
    await server.close()
    await pools.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  })()
  return stopping
}

function send(
  message: Ready | { kind: 'allocations'; allocations: Awaited<ReturnType<typeof listAllocations>> },
): void {
  process.send?.(message)
}

async function sessionOf(from: Pools, studyId: string, role: Role): Promise<string> {
  const account = {
    login: role,
    printedName: role,
    passwordHash: await hashPassword('bench'),
    locale: 'en',
    demo: true,
  }
  const made = await createAccount(from.access, account, 'bench')
  if (made.result !== 'created') throw new Error(`${role} is there already`)
  await grantRole(from.access, { accountId: made.accountId, studyId, role, site: null }, 'bench')
  return createSession(from.access, made.accountId)
}
