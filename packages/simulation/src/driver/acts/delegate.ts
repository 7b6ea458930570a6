import { type DelegationView, delegatedRoles, inventedDuties, type Role } from '@trialwright/conduct'
import { type CompiledStudy, dayNumber, isoOf } from '@trialwright/protocol'
import type { Hands, Who } from '../hands.ts'
import { sure } from './sure.ts'

const administrator: Who = { role: 'administrator', site: null }

/** So many days late is the first site's first coordinator on the log: what is done before is found, as at a real site. */
const late = 10

/** Everybody at the sites is trained, and what each may do is delegated and accepted, as far as that has not been done. */
export async function delegateDuties(hands: Hands, compiled: CompiledStudy, today: string): Promise<void> {
  const { people, sites } = await hands.read<DelegationView>(administrator, '/delegation')
  const empty = sites.filter(({ log }) => log.length === 0)
  const members = Promise.all(empty.map(({ site }) => membersOf(hands, site)))
  // Whoever waits for it is told.
  members.catch(() => undefined)
  const staff = people.filter(({ grants }) => grants.some(({ role }) => delegatedRoles.includes(role)))
  for (const { id } of compiled.training ?? []) {
    const untrained = staff.filter(({ trained }) => trained.some(({ training, counts }) => training === id && !counts))
    if (untrained.length === 0) continue
    const taught = { people: untrained.map(({ account }) => account), training: id, day: today }
    const body = { ...taught, evidence: 'Site initiation visit' }
    sure(`train ${id}`, await hands.send(administrator, '/delegation/record-training', body, `train ${id} ${today}`))
  }
  for (const { site, lead, others } of await members)
    if (lead) await delegateAt(hands, compiled, { site, lead, others }, today)
}

interface Member {
  readonly who: Who & { readonly role: Role; readonly account: string }
  /** The account's id. */
  readonly id: string
}

interface Members {
  readonly site: string
  /** Who is to answer for the site. */
  readonly lead: Member | undefined
  readonly others: readonly Member[]
}

/** Those who may be given duties at a site; each looks up who they are. */
async function membersOf(hands: Hands, site: string): Promise<Members> {
  const [first] = hands.accounts('investigator', site)
  const all = await Promise.all(
    delegatedRoles.flatMap((role) =>
      hands.accounts(role, site).map(async (account): Promise<Member> => {
        const who = { role, site, account }
        return { who, id: (await hands.read<DelegationView>(who, '/delegation')).me }
      }),
    ),
  )
  const isFirst = ({ who }: Member) => who.account === first
  return { site, lead: all.find(isFirst), others: all.filter((member) => !isFirst(member)) }
}

async function delegateAt(
  hands: Hands,
  compiled: CompiledStudy,
  { site, lead, others }: Members & { readonly lead: Member },
  today: string,
): Promise<void> {
  const answers = { site, person: lead.id }
  const named = await hands.send(administrator, '/delegation/name-investigator', answers, `lead ${site}`)
  sure(`name who answers for ${site}`, named, 'investigatorAlready')
  for (const [index, { who, id }] of others.entries()) {
    const isLate = site === compiled.sites[0]?.id && index === 0
    const from = isLate ? isoOf(dayNumber(today) + late) : today
    const duties = inventedDuties(compiled, who.role)
    const given = { site, person: id, duties, from, password: hands.password }
    const label = `${site} ${who.account}`
    const signed = await hands.send(lead.who, '/delegation/delegate-duties', given, `delegate ${label}`)
    sure(`delegate to ${who.account}`, signed)
    const accepted = { site, delegation: `${site}-${index + 1}`, password: hands.password }
    const answer = await hands.send(who, '/delegation/accept-delegation', accepted, `accept ${label}`)
    sure(`accept as ${who.account}`, answer)
  }
}
