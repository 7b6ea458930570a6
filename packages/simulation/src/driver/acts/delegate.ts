import { type DelegationView, delegatedRoles, inventedDuties } from '@trialwright/conduct'
import { type CompiledStudy, dayNumber, isoOf } from '@trialwright/protocol'
import type { Hands, Who } from '../hands.ts'
import { sure } from './sure.ts'

const administrator: Who = { role: 'administrator', site: null }

/** So many days late is the first site's first coordinator on the log: what is done before is found, as at a real site. */
const late = 10

/** Everybody at the sites is trained, and what each may do is delegated and accepted, as far as that has not been done. */
export async function delegateDuties(hands: Hands, compiled: CompiledStudy, today: string): Promise<void> {
  const { people, sites } = await hands.read<DelegationView>(administrator, '/delegation')
  const staff = people.filter(({ grants }) => grants.some(({ role }) => delegatedRoles.includes(role)))
  for (const { id } of compiled.training ?? []) {
    const untrained = staff.filter(({ trained }) => trained.some(({ training, counts }) => training === id && !counts))
    if (untrained.length === 0) continue
    const taught = { people: untrained.map(({ account }) => account), training: id, day: today }
    const body = { ...taught, evidence: 'Site initiation visit' }
    sure(`train ${id}`, await hands.send(administrator, '/delegation/record-training', body, `train ${id} ${today}`))
  }
  for (const { site, log } of sites) if (log.length === 0) await delegateAt(hands, compiled, site, today)
}

async function delegateAt(hands: Hands, compiled: CompiledStudy, site: string, today: string): Promise<void> {
  const [lead] = hands.accounts('investigator', site)
  if (lead === undefined) return
  const leading: Who = { role: 'investigator', site, account: lead }
  const { me: person } = await hands.read<DelegationView>(leading, '/delegation')
  const named = await hands.send(administrator, '/delegation/name-investigator', { site, person }, `lead ${site}`)
  sure(`name who answers for ${site}`, named, 'investigatorAlready')
  const others = delegatedRoles.flatMap((role) =>
    hands.accounts(role, site).flatMap((account) => (account === lead ? [] : [{ role, site, account }])),
  )
  for (const [index, who] of others.entries()) {
    const { me } = await hands.read<DelegationView>(who, '/delegation')
    const isLate = site === compiled.sites[0]?.id && index === 0
    const from = isLate ? isoOf(dayNumber(today) + late) : today
    const duties = inventedDuties(compiled, who.role)
    const given = { site, person: me, duties, from, password: hands.password }
    const label = `${site} ${who.account}`
    const signed = await hands.send(leading, '/delegation/delegate-duties', given, `delegate ${label}`)
    sure(`delegate to ${who.account}`, signed)
    const accepted = { site, delegation: `${site}-${index + 1}`, password: hands.password }
    const answer = await hands.send(who, '/delegation/accept-delegation', accepted, `accept ${label}`)
    sure(`accept as ${who.account}`, answer)
  }
}
