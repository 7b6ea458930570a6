import { flushCompileCache } from 'node:module'
import path from 'node:path'
import { compileStudy, hashOf } from '@trialwright/protocol/compile'
import { openPools, readOrCreatePasswords, startEmbedded } from '@trialwright/records'
import { createLog, createPorts, createServer } from '@trialwright/server'
import { backToBasic } from '@trialwright/study-back-to-basic'

/*
 * The server as a process that may be killed: it takes over the database its predecessor left running, and tells its parent
 * the address once it listens.
 */

const folder = process.argv[2]
if (folder === undefined) throw new Error('the data folder is missing')
const { adminUrl } = await startEmbedded({ folder: path.join(folder, 'postgres'), durable: true })
const pools = openPools({ url: adminUrl, passwords: readOrCreatePasswords(path.join(folder, 'roles.json')) })
const compiled = compileStudy(backToBasic)
const ports = await createPorts({
  mode: 'demo',
  pools,
  studies: [{ compiled, hash: hashOf(compiled) }],
  log: createLog(path.join(folder, 'log')),
})
const server = await createServer({ ports, requestsPerMinute: 1_000_000 })
process.send?.({ address: await server.listen({ host: '127.0.0.1', port: 0 }) })
// Whoever is killed never saves at the end what was compiled.
flushCompileCache()
// Without its parent nobody would ever end it.
process.once('disconnect', () => process.exit(1))
