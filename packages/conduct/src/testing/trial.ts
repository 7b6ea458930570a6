import type { LaboratoryRange, Language, RawEntry, Refusal, Study } from '@trialwright/protocol'
import type { Actor, Context, PreparationContext } from '../context.ts'
import type { ParticipantCommand } from '../participant/commands.ts'
import { decideParticipant } from '../participant/decide.ts'
import type { ParticipantEvent } from '../participant/events.ts'
import { participantOf, type ParticipantState } from '../participant/state.ts'
import type { PreparationCommand } from '../preparation/commands.ts'
import { decidePreparation } from '../preparation/decide.ts'
import type { UnblindedEvent } from '../preparation/events.ts'
import { drawLabel } from '../preparation/label.ts'
import { unblindedOf, type UnblindedState } from '../preparation/state.ts'
import type { Role } from '../roles.ts'
import type { StudyState } from '../study/state.ts'
import type { SupplyCommand } from '../supply/commands.ts'
import { decideSupply } from '../supply/decide.ts'
import type { SupplyEvent } from '../supply/events.ts'
import { stockOf, type StockState } from '../supply/state.ts'
import { approved } from './approved.ts'
import { study } from './study.ts'

/* One participant's trial, told in the domain's words; what a test says is what it needs, the rest is done well. */

export const someone = (role: Role, site: string | null = 'north'): Actor => ({
  account: `a-${role}`,
  printedName: `Kari ${role}`,
  role,
  site,
})

export const limits: readonly LaboratoryRange[] = [
  {
    laboratory: 'Lab A',
    form: 'blood',
    item: 'haemoglobin',
    sex: 'any',
    fromAge: 0,
    toAge: 150,
    from: '2020-01-01',
    low: 120,
    high: 170,
    unit: 'g/L',
  },
]

export const openState: StudyState = {
  sealed: { commitment: '0'.repeat(64), at: '2026-01-01T08:00:00.000Z', strata: [] },
  opened: { at: '2026-01-02T08:00:00.000Z', mode: 'demo' },
  sites: { north: '2026-01-02T08:00:00.000Z' },
  approvals: approved('north'),
  ranges: limits,
}

export interface Trial {
  today: string
  time: string
  studyState: StudyState
  ranges: readonly LaboratoryRange[]
  language: Language
  arm: string
  readonly events: ParticipantEvent[]
  readonly unblinded: UnblindedEvent[]
  readonly study: Study
  /** The stock of the participant's site. */
  readonly stockEvents: SupplyEvent[]
  readonly stock: StockState
  readonly state: ParticipantState
  readonly pharmacy: UnblindedState
  context(role?: Role, site?: string | null): Context
  /** The refusals, empty when it was done. */
  ask(command: ParticipantCommand, role?: Role, site?: string | null): readonly Refusal[]
  /** The codes of the refusals. */
  codes(command: ParticipantCommand, role?: Role, site?: string | null): readonly string[]
  /** Does it, or fails the test. */
  does(command: ParticipantCommand, role?: Role): void
  prepare(command: PreparationCommand, role?: Role, account?: string): readonly Refusal[]
  /** A command on the stock. */
  supply(command: SupplyCommand, role?: Role, site?: string | null): readonly Refusal[]
}

/** An event as it comes back from the records: its fields sorted, those undefined gone. */
const readBack = <Event>(event: Event): Event =>
  JSON.parse(JSON.stringify(event), (_, value: unknown) =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ) as Event

const roleFor = (command: ParticipantCommand): Role =>
  command.type === 'recordForm' && command.form === 'scan' ? 'mriReader' : 'investigator'

export function newTrial(today = '2026-09-01', of: Study = study): Trial {
  let labels = 0
  const trial: Trial = {
    today,
    time: '12:00',
    studyState: openState,
    ranges: limits,
    language: 'en',
    arm: 'qzvactive',
    events: [],
    unblinded: [],
    study: of,
    stockEvents: [],
    get stock() {
      return stockOf(trial.stockEvents)
    },
    get state() {
      return participantOf(trial.events)
    },
    get pharmacy() {
      return unblindedOf(trial.unblinded)
    },
    context: (role = 'investigator', site = 'north') => ({
      now: `${trial.today}T${trial.time}:00.000Z`,
      today: trial.today,
      actor: someone(role, site),
      site: 'north',
      ranges: trial.ranges,
      studyState: trial.studyState,
      language: trial.language,
      passwordChecked: true,
      identityChecked: true,
    }),
    ask(command, role = roleFor(command), site = 'north') {
      const decision = decideParticipant(of, trial.state, command, trial.context(role, site))
      if (!decision.ok) return decision.refusals
      trial.events.push(...decision.events.map(readBack))
      if (decision.allocate)
        trial.unblinded.push({
          type: 'TreatmentAllocated',
          participant: trial.state.consent.code,
          stratum: decision.allocate.stratum,
          slot: 1,
          arm: trial.arm,
        })
      return []
    },
    codes: (command, role, site) => trial.ask(command, role, site).map(({ code }) => code),
    does(command, role) {
      const refusals = trial.ask(command, role)
      if (refusals.length > 0)
        throw new Error(`${command.type}: ${refusals.map(({ code, field }) => `${code} ${field ?? ''}`).join()}`)
    },
    prepare(command, role = 'unblindedPharmacist', account) {
      labels += 1
      const label = drawLabel((count) => new Uint8Array(count).fill(labels))
      const asked = trial.context(role)
      const actor = account === undefined ? asked.actor : { ...asked.actor, account, printedName: account }
      const stock = of.compiled.supply ? { stock: trial.stock } : {}
      const context: PreparationContext = { ...asked, actor, label, ...stock }
      const decision = decidePreparation(of, trial.state, trial.pharmacy, command, context)
      if (!decision.ok) return decision.refusals
      trial.events.push(...decision.blinded.map(readBack))
      trial.unblinded.push(...decision.unblinded.map(readBack))
      trial.stockEvents.push(...decision.stock.map(readBack))
      return []
    },
    supply(command, role = 'unblindedPharmacist', site = 'north') {
      const infusions = Object.values(trial.state.treatment.infusions)
      const started = infusions.flatMap(({ started: time, label }) => (time && label ? [label] : []))
      const context = { ...trial.context(role, site), started: new Set(started) }
      const decision = decideSupply(of, trial.stock, command, context)
      if (!decision.ok) return decision.refusals
      trial.stockEvents.push(...decision.events.map(readBack))
      return []
    },
  }
  return trial
}

export const typed = (entries: Readonly<Record<string, string>>): Readonly<Record<string, RawEntry>> =>
  Object.fromEntries(Object.entries(entries).map(([item, text]) => [item, { typed: text, ...unitOf(item) }]))

const units: Readonly<Record<string, string>> = {
  weight: 'kg',
  temperature: 'Cel',
  haemoglobin: 'g/L',
  inflammation: 'mg/L',
  hours: 'h',
  score: '{score}',
}
const unitOf = (item: string) => (units[item] === undefined ? {} : { unit: units[item] })

/** Fills a form in; values already there are corrected with a reason. */
export function fill(
  trial: Trial,
  encounter: string,
  form: string,
  entries: Readonly<Record<string, string>>,
): ParticipantCommand {
  const before = trial.state.forms[`${encounter}/${form}`]
  return {
    type: 'recordForm',
    encounter,
    form,
    day: before?.day ?? trial.today,
    ...(form === 'blood' ? { laboratory: 'Lab A' } : {}),
    entries: typed(entries),
    reasons: Object.fromEntries(Object.keys(entries).map((item) => [item, 'typed wrongly'])),
    expectedVersion: before?.version ?? 0,
  }
}

export function registered(trial = newTrial()): Trial {
  trial.does({ type: 'registerParticipant', site: 'north', code: 'NOR-001' })
  return trial
}

export function consented(trial = newTrial()): Trial {
  registered(trial)
  trial.does({ type: 'recordConsent', version: 'v1', day: trial.today })
  return trial
}

export const eligibleAnswers = {
  person: { born: '1980-05-04', sex: 'female', pregnant: 'no' },
  pain: { score: '6', sleeps: 'no' },
  judgement: { unfit: 'no' },
  blood: { haemoglobin: '140' },
  body: { weight: '75', temperature: '36.8' },
  scan: { day: '2026-09-01' },
} as const

type Form = keyof typeof eligibleAnswers

export function screened(
  trial = newTrial(),
  except: Partial<Record<Form, Readonly<Record<string, string>> | null>> = {},
): Trial {
  consented(trial)
  trial.does({ type: 'recordVisit', encounter: 'screening', day: trial.today })
  for (const form of Object.keys(eligibleAnswers) as Form[]) {
    const answers = except[form] === undefined ? eligibleAnswers[form] : except[form]
    if (answers) trial.does(fill(trial, 'screening', form, answers))
  }
  return trial
}

export function confirmed(trial = newTrial()): Trial {
  screened(trial)
  trial.does({ type: 'confirmEligibility' })
  return trial
}

export function randomised(trial = newTrial()): Trial {
  confirmed(trial)
  trial.does({ type: 'randomise' })
  return trial
}

/** The participant is here, weighed and without fever. */
export function visiting(trial: Trial, encounter: string): Trial {
  trial.does({ type: 'recordVisit', encounter, day: trial.today })
  trial.does(fill(trial, encounter, 'body', { weight: '75', temperature: '36.8' }))
  return trial
}

export function requested(trial: Trial, encounter: string): Trial {
  visiting(trial, encounter)
  trial.does({ type: 'requestPreparation', encounter })
  return trial
}

export function ready(trial: Trial, encounter: string): Trial {
  requested(trial, encounter)
  const vialsOpened = trial.arm === 'qzvactive' ? 4 : 0
  const refusals = [
    ...trial.prepare({
      type: 'recordPreparation',
      encounter,
      batch: 'B-77',
      vialsOpened,
      secondPerson: 'Ola Nordmann',
    }),
    ...trial.prepare({ type: 'handOver', encounter }),
  ]
  if (refusals.length > 0) throw new Error(refusals.map(({ code }) => code).join())
  return trial
}

export function running(trial: Trial, encounter: string): Trial {
  ready(trial, encounter)
  trial.does({
    type: 'startInfusion',
    encounter,
    label: trial.state.treatment.infusions[encounter]?.label ?? '',
    time: '11:00',
  })
  return trial
}

export function infused(trial: Trial, encounter: string): Trial {
  running(trial, encounter)
  trial.does({ type: 'endInfusion', encounter, time: '13:00', volumeGiven: '250' })
  return trial
}
