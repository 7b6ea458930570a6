import { inventedApprovals, type Role } from '@trialwright/conduct'
import { instantOf } from '@trialwright/protocol'
import type { PortsOptions } from '@trialwright/server'
import { ranges } from '@trialwright/study-back-to-basic/demo'
import { brand, type Participant, participantOf, productBatch } from './participant.ts'
import { type Person, personAt, signIn } from './person.ts'
import { compiled, openServer, type RunningServer } from './server.ts'

/** A whole trial through its public interface, in the words of those who conduct it. */
export interface Trial extends AsyncDisposable {
  readonly server: RunningServer
  readonly study: string
  readonly stranger: Person
  /** The demo's person of that role, at that site where the role belongs to one. */
  signIn(role: Role, site?: string): Promise<Person>
  /** The same by the account's name. */
  enter(account: string): Promise<Person>
  /** The study clock's local day. */
  today(): Promise<string>
  /** The server's own clock, which no demo moves. */
  realTime(): Promise<number>
  /** Moves the study clock. */
  wait(days: number): Promise<void>
  /** Seals the list, opens study and sites, records the laboratories' ranges, fills the sites' stock. */
  open(): Promise<void>
  register(site?: string, identity?: object): Promise<Participant>
}

export async function openTrial(pages?: string, providers?: PortsOptions['providers']): Promise<Trial> {
  const server = await openServer(pages, providers)
  const { address, accounts, password } = server
  const study = `/api/studies/${compiled.id}`
  const people = new Map<string, Promise<Person>>()

  const trial: Trial = {
    server,
    study,
    stranger: personAt(address, 'a stranger', ''),
    signIn(role, site = 'ous') {
      const account = accounts.find((each) => each.role === role && (each.site === site || each.site === null))
      if (!account) throw new Error(`the demo has no ${role} at ${site}`)
      return trial.enter(account.name)
    },
    enter(account) {
      const person = people.get(account) ?? signIn(address, account, password)
      people.set(account, person)
      return person
    },
    async today() {
      return (await trial.stranger.read(`/api/public/studies/${compiled.id}`)).today
    },
    async realTime() {
      const { now, ahead } = await (await trial.signIn('administrator')).read('/api/me')
      return (instantOf(now) ?? 0) - ahead * 86_400_000
    },
    async wait(days) {
      await (await trial.signIn('administrator')).send('/api/demo/clock', { days })
    },
    async open() {
      await (await trial.signIn('randomisationOfficer')).send(`${study}/randomisation-list`)
      const administrator = await trial.signIn('administrator')
      await administrator.send(`${study}/open`)
      for (const { id } of compiled.sites) await openSite(trial, id)
      await (await trial.signIn('dataManager')).send(`${study}/laboratory-ranges`, { ranges })
      await Promise.all(compiled.sites.map(({ id }) => stockSite(trial, id)))
    },
    async register(site = 'ous', identity) {
      const coordinator = await trial.signIn('coordinator', site)
      const { body } = await coordinator.send(`${study}/participants`, { site, ...(identity && { identity }) })
      return participantOf(trial, body.code, site)
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
  return trial
}

/** Records the site's approvals and opens it. */
export async function openSite(trial: Trial, site: string): Promise<void> {
  const administrator = await trial.signIn('administrator')
  for (const approval of inventedApprovals(compiled, site, await trial.today()))
    await administrator.send(`${trial.study}/record-approval`, approval)
  await administrator.send(`${trial.study}/open-site`, { site })
}

/** A delivery of vials that lasts for the whole trial, released. */
async function stockSite(trial: Trial, site: string): Promise<void> {
  const pharmacist = await trial.signIn('unblindedPharmacist', site)
  const stock = `${trial.study}/stock/${site}`
  const box = { brand, batch: productBatch, expiry: '2028-12-31', vials: 200, shipment: 'FS-1', coldChain: 'kept' }
  await pharmacist.send(`${stock}/receive-vials`, { product: 'infliximab', ...box })
  await pharmacist.send(`${stock}/release-vials`, { lot: 'L1' })
}

/** A trial that includes participants. */
export async function openedTrial(pages?: string): Promise<Trial> {
  const trial = await openTrial(pages)
  await trial.open()
  return trial
}

/** Consented, screened, eligible and signed. */
export async function eligible(trial: Trial, site?: string): Promise<Participant> {
  const participant = await trial.register(site)
  await participant.consent()
  await participant.screen()
  await participant.confirmEligibility()
  return participant
}

export async function randomised(trial: Trial, site?: string): Promise<Participant> {
  const participant = await eligible(trial, site)
  await participant.randomise()
  return participant
}

/** Randomised, with the first infusion given today. */
export async function treated(trial: Trial, site?: string): Promise<Participant> {
  const participant = await randomised(trial, site)
  await participant.attend('day0')
  await participant.infuse('day0')
  return participant
}
