import type { CompiledStudy, Text } from '@trialwright/protocol'
import type { Mode } from '../context.ts'
import type { Refusals } from '../participant/asking.ts'
import type { CommandType } from '../permissions.ts'
import { refuse } from '../refusals/refuse.ts'
import { isBlinded, type Role } from '../roles.ts'
import type { StudyState } from '../study/state.ts'
import { delegatedRoles, dutyOf, emergencies, ungated } from './duties.ts'
import { dutiesHeld, trainingInForce } from './standing.ts'
import { initialDelegation } from './state.ts'

/** Something a person acts without: a delegation of this duty, or of any; a training. */
export type Lack =
  | { readonly kind: 'delegation'; readonly duty?: string }
  | { readonly kind: 'training'; readonly training: string }

export interface Act {
  readonly command: CommandType
  readonly account: string
  readonly role: Role
  readonly site: string
  /** Local day at the site. */
  readonly today: string
}

type Protocol = Pick<CompiledStudy, 'version' | 'duties' | 'training'>

/** What stands behind an act is missing; nothing, of who is not of a site. */
export function lacksOf(compiled: Protocol, state: StudyState, act: Act): readonly Lack[] {
  if (!delegatedRoles.includes(act.role) || ungated.includes(act.command)) return []
  return lacksAt(compiled, state, act, dutyOf[act.command])
}

/** As above, of a person at a site whatever they do; who answers for the site needs no delegation. */
export function lacksAt(
  compiled: Protocol,
  { delegation = initialDelegation }: StudyState,
  at: Pick<Act, 'account' | 'site' | 'today'>,
  duty?: string,
): readonly Lack[] {
  const duties = (compiled.duties ?? []).map(({ id }) => id)
  const held = dutiesHeld(delegation, at)
  const asked = duty !== undefined && duties.includes(duty) ? duty : undefined
  const delegated =
    duties.length === 0 ||
    delegation.investigators[at.site]?.account === at.account ||
    (asked === undefined ? held.size > 0 : held.has(asked))
  return [
    ...(delegated ? [] : [{ kind: 'delegation', ...(asked === undefined ? {} : { duty: asked }) } as const]),
    ...(compiled.training ?? [])
      .filter((needed) => trainingInForce(compiled, delegation, at.account, needed, at.today) === undefined)
      .map(({ id }) => ({ kind: 'training', training: id }) as const),
  ]
}

/** An act of a blinded role without what should stand behind it: one line for each person, day and lack. */
export interface Found {
  readonly finding: string
  readonly document: FoundAct
}

export interface FoundAct extends Act {
  readonly name: string
  readonly lack: Lack
  readonly emergency: boolean
}

/**
 * Whether an act may be done for all that stands behind it. In production it may not, unless it protects somebody; in
 * demo and training it may. What is done all the same is found. What the pharmacy does is not told to who is blind, not
 * even that it was done.
 */
export function gate(
  compiled: Protocol,
  state: StudyState,
  mode: Mode,
  { name, ...act }: Act & { readonly name: string },
): { readonly refusals: Refusals; readonly found: readonly Found[] } {
  const lacks = lacksOf(compiled, state, act)
  const emergency = emergencies.includes(act.command)
  if (mode === 'production' && !emergency) return { refusals: refusalsOf(compiled, lacks), found: [] }
  if (!isBlinded(act.role)) return { refusals: [], found: [] }
  const found = lacks.map((lack) => {
    const of = lack.kind === 'delegation' ? `delegation.${lack.duty ?? 'any'}` : `training.${lack.training}`
    return { finding: `${act.site}/${act.today}/${act.account}/${of}`, document: { ...act, name, lack, emergency } }
  })
  return { refusals: [], found }
}

function refusalsOf(compiled: Protocol, lacks: readonly Lack[]): Refusals {
  const training = lacks.filter(({ kind }) => kind === 'training').map((lack) => sayLack(compiled, lack))
  const list = (language: 'en' | 'nb') => training.map((title) => title[language]).join(', ')
  return [
    ...lacks
      .filter(({ kind }) => kind === 'delegation')
      .map((lack) => refuse('notDelegated', { title: sayLack(compiled, lack) })),
    ...(training.length === 0 ? [] : [refuse('notTrained', { title: { en: list('en'), nb: list('nb') } })]),
  ]
}

/** What is lacking, by its name. */
export function sayLack({ duties = [], training = [] }: Protocol, lack: Lack): Text {
  const id = lack.kind === 'delegation' ? lack.duty : lack.training
  const found = (lack.kind === 'delegation' ? duties : training).find((one) => one.id === id)
  return found?.title ?? (id === undefined ? anyDuty : { en: id, nb: id })
}

const anyDuty: Text = { en: 'any duty', nb: 'noen oppgave' }
