import type { CompiledStudy } from '@trialwright/protocol'
import type { StaffGrants } from '../context.ts'
import type { Signature } from '../signatures/signature.ts'
import type { StudyState } from '../study/state.ts'
import { delegatedRoles } from './duties.ts'
import { type Found, lacksAt, sayLack } from './gate.ts'
import { standingOn, trainingInForce } from './standing.ts'
import { type Delegation, initialDelegation, type Training } from './state.ts'
import type { DelegationLine, DelegationView, SiteDelegation, StaffMember, TrainingLine } from './types.ts'

export interface DelegationFacts {
  readonly compiled: CompiledStudy
  readonly state: StudyState
  /** Whoever holds a role now. */
  readonly people: readonly StaffGrants[]
  readonly found: readonly Found[]
  /** Local day at a site; without one, of the study. */
  readonly today: (site?: string) => string
}

/** The delegation logs of these sites (all, if none are named), and the training of who works there. */
export function delegationView(
  facts: DelegationFacts,
  me: string,
  sites: readonly string[] | undefined,
): DelegationView {
  const { compiled, people } = facts
  const { version, duties = [], training = [] } = compiled
  const seen = (site: string | null) => site === null || (sites?.includes(site) ?? true)
  return {
    version,
    duties,
    training,
    me,
    sites: compiled.sites.filter(({ id }) => seen(id)).map((site) => siteDelegation(facts, site)),
    people: people
      .filter(({ grants }) => grants.some(({ site }) => seen(site)))
      .map((person) => staffMember(facts, person)),
  }
}

function siteDelegation(
  facts: DelegationFacts,
  { id, title, timeZone }: CompiledStudy['sites'][number],
): SiteDelegation {
  const { compiled, state, people, found } = facts
  const { investigators, log, explained } = state.delegation ?? initialDelegation
  const today = facts.today(id)
  const investigator = investigators[id]
  const here = people.filter(({ grants }) =>
    grants.some(({ role, site }) => delegatedRoles.includes(role) && site === id),
  )
  return {
    site: id,
    title,
    timeZone,
    today,
    ...(investigator && {
      investigator: {
        account: investigator.account,
        name: investigator.name,
        at: investigator.at,
        by: investigator.by.name,
      },
    }),
    log: log.filter(({ site }) => site === id).map((one) => delegationLine(compiled, one, today)),
    lacking: here.flatMap(({ account, name }) => {
      const lacks = lacksAt(compiled, state, { account, site: id, today })
      return lacks.length === 0 ? [] : [{ account, name, lacks: lacks.map((lack) => sayLack(compiled, lack)) }]
    }),
    findings: found
      .filter(({ document }) => document.site === id)
      .map(({ finding, document: { name, today: day, lack, emergency } }) => {
        const said = explained[finding]
        return {
          finding,
          name,
          day,
          lack: sayLack(compiled, lack),
          kind: lack.kind,
          emergency,
          ...(said && { explained: { at: said.at, by: said.by.name, note: said.note } }),
        }
      })
      .toSorted((a, b) => (a.day > b.day ? -1 : 1)),
  }
}

function delegationLine({ duties = [] }: CompiledStudy, one: Delegation, today: string): DelegationLine {
  const { delegation, person, from, until, signature, accepted, ended } = one
  return {
    delegation,
    account: person.account,
    name: person.name,
    duties: one.duties.map((duty) => duties.find(({ id }) => id === duty)?.title ?? { en: duty, nb: duty }),
    from,
    ...(until === undefined ? {} : { until }),
    standing: standingOn(today, one),
    signed: printed(signature),
    ...(accepted && { accepted: printed(accepted) }),
    ...(ended && { ended: { day: ended.day, reason: ended.reason, signed: printed(ended.signature) } }),
  }
}

const printed = ({ printedName, at, meaning }: Signature) => ({ printedName, at, meaning })

function staffMember({ compiled, state, today }: DelegationFacts, { account, name, grants }: StaffGrants): StaffMember {
  const held = state.delegation ?? initialDelegation
  const day = today(grants.find(({ site }) => site !== null)?.site ?? undefined)
  return {
    account,
    name,
    grants,
    trained: (compiled.training ?? []).map((needed) => {
      const record = trainingInForce(compiled, held, account, needed, day)
      return {
        training: needed.id,
        title: needed.title,
        counts: record !== undefined,
        ...(record?.expires === undefined ? {} : { expires: record.expires }),
      }
    }),
    records: held.training
      .filter(({ person }) => person.account === account)
      .map((one) => trainingLine(compiled, one))
      .toReversed(),
  }
}

function trainingLine({ training: list = [] }: CompiledStudy, one: Training): TrainingLine {
  const { id, training, protocolVersion, day, evidence, expires, by, withdrawn } = one
  return {
    record: id,
    training,
    title: list.find((each) => each.id === training)?.title ?? { en: training, nb: training },
    ...(protocolVersion === undefined ? {} : { protocolVersion }),
    day,
    evidence,
    ...(expires === undefined ? {} : { expires }),
    attestedBy: by.name,
    ...(withdrawn && { withdrawn: { at: withdrawn.at, by: withdrawn.by.name, reason: withdrawn.reason } }),
  }
}

/** Acts without delegation or training that nobody has explained: a line of the checklist before a lock. */
export const unexplained = (
  { delegation = initialDelegation }: StudyState,
  found: readonly Found[],
  site?: string,
): number =>
  found.filter(
    ({ finding, document }) =>
      (site === undefined || document.site === site) && delegation.explained[finding] === undefined,
  ).length
