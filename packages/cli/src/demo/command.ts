import { parseArgs } from 'node:util'
import type { DemoAccounts } from '@trialwright/server'
import { compileAll } from '../start/study.ts'
import { Stop } from '../stop.ts'
import { loadStudies } from '../studies.ts'
import { createDemoClient } from './client.ts'
import { inventParticipants } from './run.ts'

const help = `trialwright demo [--address http://127.0.0.1:4000]

  Invents the demo's participants in a running server, through the same commands the screens send.`

/** Fills a demo that was started with --no-participants; its clock is then as many days ahead as the demo takes. */
export async function demoCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(help)
    return 0
  }
  const { values } = parseArgs({
    args: [...args],
    options: { address: { type: 'string', default: 'http://127.0.0.1:4000' } },
  })
  const accounts = await accountsOf(values.address)
  const [study] = compileAll(await loadStudies(), 'demo')
  if (!study) throw new Stop('The product has no study.')
  const say = (line: string) => console.log(line)
  const client = createDemoClient({ address: values.address, study: study.compiled.id, ...accounts })
  const trial = await study.module.demo?.()
  if (!trial) throw new Stop('The study has no demo.')
  const { address } = values
  const count = await inventParticipants(trial, client, { address, compiled: study.compiled, accounts, say })
  say(`${count} invented participants.`)
  return 0
}

async function accountsOf(address: string): Promise<DemoAccounts> {
  const answer = await fetch(`${address}/api/demo/accounts`).catch(() => undefined)
  if (!answer?.ok) throw new Stop(`No server in demo mode answers at ${address}; start one with trialwright start.`)
  return (await answer.json()) as DemoAccounts
}
