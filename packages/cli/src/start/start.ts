import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { load, readOrCreateVaultKey } from '@trialwright/records'
import { httpHands, openStudy } from '@trialwright/simulation'
import {
  createLog,
  createMailSender,
  keepTrails,
  createPorts,
  createServer,
  type DemoAccounts,
  moveClock,
  type Ports,
} from '@trialwright/server'
import { createDemoAccounts, demoAccounts } from '../demo/accounts.ts'
import { demoTrialOf, type LivedDemo } from '../demo/trial.ts'
import { Stop } from '../stop.ts'
import { loadStudies } from '../studies.ts'
import { openDatabase } from './database.ts'
import type { StartOptions } from './options.ts'
import { readInstallation } from './installation.ts'
import { buildPages } from './pages.ts'
import { cannotListen, checkPort } from './port.ts'
import { findingsOf, refuseDemoAccounts } from './settings.ts'
import { register } from './register.ts'
import { compileAll, type RunningStudy } from './study.ts'

export interface Running {
  readonly address: string
  /** Resolves when the demo's participants are there. */
  readonly invented: Promise<number>
  stop(): Promise<void>
}

/** Starts everything and says so; what it started is stopped again when a later step fails. */
export async function start(options: StartOptions, say: (line: string) => void): Promise<Running> {
  const { mode, host, port, data } = options
  await checkPort(host, port)
  makeFolder(data)
  const installation = readInstallation(data, options.installation)
  const modules = await loadStudies(options.studies)
  const studies = compileAll(modules, mode)
  const stopping: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of stopping.splice(0).reverse()) await step()
  }
  try {
    // The database and the pages do not wait for each other.
    const building = options.pages ? buildPages(say) : Promise.resolve(undefined)
    building.catch(() => undefined)
    const database = await openDatabase(data, options.databaseUrl)
    stopping.push(database.close)
    const pages = await building
    const { pools } = database
    for (const study of studies) await register(pools, study, mode)
    for (const line of await findingsOf(pools, mode)) say(line)
    if (mode === 'production') await refuseDemoAccounts(pools)
    const first = studies[0] as RunningStudy
    const accounts = mode === 'demo' ? demoAccounts(first.compiled) : undefined
    const empty = accounts !== undefined && (await load(pools.blinded, first.compiled.id, 'study')).version === 0
    if (accounts) for (const { compiled } of studies) await createDemoAccounts(pools, compiled.id, accounts)
    const log = createLog(path.join(data, 'log'))
    const secure = mode === 'production'
    const vaultKey = readOrCreateVaultKey(path.join(data, 'vault.key'))
    const model = accounts && options.participants ? await first.module.simulation?.() : undefined
    const demo = accounts && model && demoTrialOf({ study: first, model, accounts, data, say, days: options.demoDays })
    const ports = await createPorts({
      mode,
      pools,
      studies,
      log,
      secure,
      vaultKey,
      providers: installation.providers,
      ...(installation.mail && mode === 'production' && { mail: installation.mail }),
      ...(accounts && { demo: accounts }),
      ...(demo && { demoTrial: demo }),
    })
    // A demo whose past was not lived to the end goes on in the present.
    if (mode === 'demo' && !empty && ports.clock.ahead() < 0) await moveClock(ports, 0, 'installation')
    const server = await createServer({
      ports,
      secure,
      ...(mode === 'demo' && { requestsPerMinute: 100_000 }),
      ...(pages !== undefined && { pages }),
    })
    stopping.push(() => server.close())
    const keeper = keepTrails({ pools, studies: [...ports.studies.keys()], log })
    stopping.push(keeper.stop)
    // Invented people's messages are for nobody: only a real trial sends any.
    if (ports.mail) {
      const sender = createMailSender({ pools, settings: ports.mail, log })
      stopping.push(sender.stop)
    } else if (mode === 'production')
      say('No mail server is set: notices of code breaks wait in the outbox (docs/installation.md).')
    const address = await listen(() => server.listen({ host, port }), host, port)

    const invented = accounts && empty ? invent(ports, first, accounts, address, demo) : none
    if (!empty) demo?.attach(ports, address)
    // The driver ends before the server it speaks to.
    stopping.push(async () => {
      await demo?.stop()
      await invented.catch(() => undefined)
    })
    return { address, invented, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const none = Promise.resolve(0)

/** An empty demo is opened, and its past lived where there is somebody to live it. */
async function invent(
  ports: Ports,
  { compiled }: RunningStudy,
  accounts: DemoAccounts,
  address: string,
  demo: LivedDemo | undefined,
): Promise<number> {
  if (demo) return demo.invent(ports, address)
  const hands = httpHands({ address, study: compiled.id, seed: 0, ...accounts })
  await openStudy(hands, compiled)
  hands.close()
  return 0
}

/** Level by level: asked to make several at once below a file system that refuses, Node tries for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = path.dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder, { mode: 0o755 })
  } catch (error) {
    throw new Stop(
      `The data folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}); give this user the right to write there, or choose another with --data.`,
    )
  }
}

async function listen(open: () => Promise<string>, host: string, port: number): Promise<string> {
  try {
    return await open()
  } catch (error) {
    throw cannotListen(error as NodeJS.ErrnoException, host, port)
  }
}
