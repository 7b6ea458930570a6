import { isDate, type Study } from '@trialwright/protocol'
import type { StudyContext } from '../context.ts'
import { digestOf } from '../digest.ts'
import { type Refusals, stamp } from '../participant/asking.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { bind, type Meaning, signatureOf, signatureRefusals } from '../signatures/signature.ts'
import type { StudyDecision } from '../study/decide.ts'
import type { StudyState } from '../study/state.ts'
import { tidy, words } from '../typed.ts'
import type {
  AcceptDelegation,
  DelegateDuties,
  DelegationCommand,
  EndDelegation,
  ExplainFinding,
  NameInvestigator,
} from './commands.ts'
import { delegatedRoles } from './duties.ts'
import type { Somebody } from './events.ts'
import { standingOn } from './standing.ts'
import { type Delegation, initialDelegation } from './state.ts'
import { recordTraining, withdrawTraining } from './training.ts'

export function decideDelegation(
  study: Study,
  state: StudyState,
  command: DelegationCommand,
  context: StudyContext,
): StudyDecision {
  if ('site' in command && !study.compiled.sites.some(({ id }) => id === command.site))
    return refused(at('site', refuse('siteUnknown')))
  switch (command.type) {
    case 'nameInvestigator':
      return nameInvestigator(state, command, context)
    case 'delegateDuties':
      return delegateDuties(study, state, command, context)
    case 'acceptDelegation':
      return acceptDelegation(state, command, context)
    case 'endDelegation':
      return endDelegation(state, command, context)
    case 'recordTraining':
      return recordTraining(study, state, command, context)
    case 'withdrawTraining':
      return withdrawTraining(state, command, context)
    case 'explainFinding':
      return explainFinding(state, command, context)
  }
}

const logOf = ({ delegation = initialDelegation }: StudyState) => delegation

/** Whoever holds one of these roles there today. */
const atSite = ({ people = [] }: StudyContext, site: string, roles = delegatedRoles) =>
  people.filter(({ grants }) => grants.some((one) => roles.includes(one.role) && (one.site ?? site) === site))

const named = ({ account, name }: Somebody): Somebody => ({ account, name })

function nameInvestigator(state: StudyState, { site, person }: NameInvestigator, context: StudyContext): StudyDecision {
  if (logOf(state).investigators[site]?.account === person) return refused(refuse('investigatorAlready'))
  const found = atSite(context, site, ['investigator']).find(({ account }) => account === person)
  if (!found) return refused(at('person', refuse('personNoInvestigator')))
  return { ok: true, events: [{ type: 'InvestigatorNamed', ...stamp(context), site, person: named(found) }] }
}

const responsible = (state: StudyState, site: string, { actor }: StudyContext): Refusals =>
  logOf(state).investigators[site]?.account === actor.account ? [] : [refuse('notResponsible')]

function delegateDuties(
  { compiled }: Study,
  state: StudyState,
  { site, person, duties, from, until }: DelegateDuties,
  context: StudyContext,
): StudyDecision {
  const foreign = responsible(state, site, context)
  if (foreign.length > 0) return refused(...foreign)
  const known = new Set((compiled.duties ?? []).map(({ id }) => id))
  const found = atSite(context, site).find(({ account }) => account === person)
  const wrong = [
    ...(person === context.actor.account ? [at('person', refuse('delegatedToSelf'))] : []),
    ...(found ? [] : [at('person', refuse('personNotAtSite'))]),
    ...(duties.length > 0 && duties.every((duty) => known.has(duty)) ? [] : [at('duties', refuse('dutyUnknown'))]),
    ...spanRefusals(from, until, context.today),
  ]
  if (wrong.length > 0 || !found) return refused(...wrong)
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  const delegation = `${site}-${logOf(state).log.filter((one) => one.site === site).length + 1}`
  const given = {
    site,
    delegation,
    person: named(found),
    duties: [...new Set(duties)],
    from,
    ...(until === undefined ? {} : { until }),
  }
  const signature = bind(signatureOf(context, 'delegatesDuties'), digestOf(given))
  return { ok: true, events: [{ type: 'DutiesDelegated', ...stamp(context), ...given, signature }] }
}

function spanRefusals(from: string, until: string | undefined, today: string): Refusals {
  if (!isDate(from)) return [at('from', refuse('dateInvalid'))]
  if (from < today) return [at('from', refuse('delegationBackwards'))]
  if (until === undefined) return []
  if (!isDate(until)) return [at('until', refuse('dateInvalid'))]
  return until < from ? [at('until', refuse('spanBackwards'))] : []
}

/** What a later signature on the log is put under: the delegation as it was signed first, and what is said of it. */
const sign = <M extends Meaning>(context: StudyContext, meaning: M, { signature }: Delegation, said: object = {}) =>
  bind(signatureOf(context, meaning), digestOf({ delegated: signature.record, ...said }))

const find = (state: StudyState, { site, delegation }: AcceptDelegation | EndDelegation) =>
  logOf(state).log.find((one) => one.site === site && one.delegation === delegation)

function acceptDelegation(state: StudyState, command: AcceptDelegation, context: StudyContext): StudyDecision {
  const found = find(state, command)
  if (!found) return refused(at('delegation', refuse('delegationUnknown')))
  if (found.person.account !== context.actor.account) return refused(refuse('delegationOfAnother'))
  if (found.accepted) return refused(refuse('delegationAccepted'))
  if (standingOn(context.today, found) === 'ended') return refused(refuse('delegationOver'))
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  const { site, delegation } = command
  const signature = sign(context, 'acceptsDelegation', found)
  return { ok: true, events: [{ type: 'DelegationAccepted', ...stamp(context), site, delegation, signature }] }
}

function endDelegation(state: StudyState, command: EndDelegation, context: StudyContext): StudyDecision {
  const { site, delegation, day } = command
  const foreign = responsible(state, site, context)
  if (foreign.length > 0) return refused(...foreign)
  const found = find(state, command)
  if (!found) return refused(at('delegation', refuse('delegationUnknown')))
  if (found.ended || standingOn(context.today, found) === 'ended') return refused(refuse('delegationOver'))
  const wrong = [
    ...(isDate(day) ? [] : [at('day', refuse('dateInvalid'))]),
    ...(isDate(day) && day < found.from ? [at('day', refuse('spanBackwards'))] : []),
    ...words(command.reason, 'reason'),
  ]
  if (wrong.length > 0) return refused(...wrong)
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  const said = { day, reason: tidy(command.reason) }
  const signature = sign(context, 'endsDelegation', found, said)
  return { ok: true, events: [{ type: 'DelegationEnded', ...stamp(context), site, delegation, ...said, signature }] }
}

/** A finding stays for ever; explained, it no longer stands in the way of a lock. */
function explainFinding(
  state: StudyState,
  { site, finding, note }: ExplainFinding,
  context: StudyContext,
): StudyDecision {
  const known = context.findings?.includes(finding) === true && finding.startsWith(`${site}/`)
  if (!known || logOf(state).explained[finding]) return refused(at('finding', refuse('findingUnknown')))
  const wrong = words(note, 'note')
  if (wrong.length > 0) return refused(...wrong)
  return { ok: true, events: [{ type: 'FindingExplained', ...stamp(context), site, finding, note: tidy(note) }] }
}
