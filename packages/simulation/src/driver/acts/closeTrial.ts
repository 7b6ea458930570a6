import type { Refusal } from '@trialwright/protocol'
import type { Who } from '../hands.ts'
import { note, type World } from '../world.ts'
import { settleQueries } from './queries.ts'

interface Delegation {
  readonly sites: readonly {
    readonly site: string
    readonly findings: readonly { readonly finding: string; readonly explained?: object }[]
  }[]
}

const dataManager: Who = { role: 'dataManager', site: null }

/** Nobody has anything left to do: the data are frozen and looked over, every site is locked, and the database. */
export async function closeTrial(world: World): Promise<void> {
  const { hands, compiled } = world
  const sites = compiled.sites.map(({ id }) => id)
  await act(world, dataManager, '/locks/freeze-sites', { reason: 'Siste gjennomgang før låsing' })
  await explainFindings(world)
  await world.together(sites.map((site) => () => settleQueries(world, site)))
  const password = { password: hands.password }
  for (const site of sites) await lock(world, '/locks/lock-site', { site, reason: 'Senteret er ferdig', ...password })
  await lock(world, '/unblinding/lock-database', { note: 'Alle sentre er låst', ...password })
}

/** Whoever answers for a site says why something was done there without delegation or training. */
async function explainFindings(world: World): Promise<void> {
  const { sites } = await world.hands.read<Delegation>({ role: 'monitor', site: null }, '/delegation')
  for (const { site, findings } of sites)
    for (const { finding, explained } of findings)
      if (!explained)
        await act(world, { role: 'investigator', site }, '/delegation/explain-finding', {
          site,
          finding,
          note: 'Opplæringen var gitt muntlig; delegeringen ble ført for sent',
        })
}

/** Locked with nothing open; what is open all the same is told in the report, and why it was locked is said. */
async function lock(world: World, path: string, body: object): Promise<void> {
  const refused = await act(world, dataManager, path, body)
  if (!refused.some(({ code }) => code === 'lockHasOpen')) return
  await act(world, dataManager, path, { ...body, override: refused.map(({ reason }) => reason.nb).join(' ') })
}

async function act(world: World, who: Who, path: string, body: object): Promise<readonly Refusal[]> {
  const sent = await world.hands.send(who, path, body, `${world.today} ${path} ${JSON.stringify(body)}`)
  note(world, { code: who.site ?? '' }, path, sent)
  return sent.ok ? [] : sent.refusals
}
