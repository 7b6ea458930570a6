import type { EvaluationRecord, Study } from '@trialwright/protocol'
import * as exclusion from './exclusion.ts'
import { age, modic, pain } from './inclusion.ts'
import { slotsOf, type Slots } from './slots.ts'
import {
  aboveLimit,
  atLeast,
  is,
  isYes,
  NO,
  NOT_APPLICABLE,
  or,
  outsideLimits,
  UNKNOWN,
  YES,
  type Fact,
  type Outcome,
  type Tri,
} from './threeValued.ts'

/*
 * The limit: the 34 criteria as a skilled engineer would write them by hand for this one protocol, over the same
 * facts, with three answers. Written from the criteria's readings, not from the language's evaluator.
 */
export interface ByHand {
  /** All 34 answers, in the protocol's order. */
  readonly answers: (record: EvaluationRecord) => readonly Outcome[]
  /** Yes eligible, no not, unknown undecided; stops at the first criterion that settles it. */
  readonly verdict: (record: EvaluationRecord) => Tri
}

/** Slots are looked up once, here. */
export function byHandOf(study: Study): ByHand {
  const slots = slotsOf(study)
  return {
    answers: ({ facts, today, events }) => answersOf(facts, slots, today.low, events[0] as Fact),
    verdict: ({ facts, today, events }) => verdictOf(facts, slots, today.low, events[0] as Fact),
  }
}

type Facts = readonly Fact[]

const answersOf = (facts: Facts, s: Slots, today: number, consent: Fact): readonly Outcome[] => [
  age(facts, s, consent),
  pain(facts, s, today),
  modic(facts, s),
  feverOrInfection(facts, s),
  exclusion.allergy(facts, s),
  exclusion.infliximab(facts, s),
  exclusion.seriousEvent(facts, s),
  isYes(facts[s.specificDiagnosis] as Fact),
  exclusion.otherBackSurgery(facts, s),
  exclusion.recentBackSurgery(facts, s, today),
  isYes(facts[s.rheumatic] as Fact),
  pregnancy(facts, s, today),
  contraception(facts, s, today),
  exclusion.suppressedNow(facts, s),
  exclusion.opioids(facts, s, today),
  exclusion.treatedLastYear(facts, s, today),
  exclusion.tuberculosis(facts, s),
  hepatitis(facts, s),
  exclusion.liveVaccine(facts, s, today),
  exclusion.planned(facts[s.plannedSurgery] as Fact, facts[s.plannedSurgeryDate] as Fact, today + 154),
  or(aboveLimit(facts[s.asat] as Fact), aboveLimit(facts[s.alat] as Fact)),
  isYes(facts[s.malignancy] as Fact),
  isYes(facts[s.cancerRisk] as Fact),
  isYes(facts[s.diabetes] as Fact),
  anyButNone(facts[s.immunodeficiency] as Fact),
  heartFailure(facts[s.heartFailure] as Fact),
  isYes(facts[s.psoriasis] as Fact),
  anyButNone(facts[s.bowelDisease] as Fact),
  anyButNone(facts[s.demyelination] as Fact),
  bloodCount(facts, s),
  or(is(facts[s.spoken] as Fact, 'no'), is(facts[s.written] as Fact, 'no')),
  isYes(facts[s.cannotComplete] as Fact),
  scan(facts, s),
  aboveLimit(facts[s.creatinine] as Fact),
]

function verdictOf(facts: Facts, s: Slots, today: number, consent: Fact): Tri {
  let open = false
  let next: Outcome = UNKNOWN
  next = age(facts, s, consent)
  if (next === NO) return NO
  open ||= next === UNKNOWN
  next = pain(facts, s, today)
  if (next === NO) return NO
  open ||= next === UNKNOWN
  next = modic(facts, s)
  if (next === NO) return NO
  open ||= next === UNKNOWN
  next = feverOrInfection(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.allergy(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.infliximab(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.seriousEvent(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = isYes(facts[s.specificDiagnosis] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.otherBackSurgery(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.recentBackSurgery(facts, s, today)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = isYes(facts[s.rheumatic] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = pregnancy(facts, s, today)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = contraception(facts, s, today)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.suppressedNow(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.opioids(facts, s, today)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.treatedLastYear(facts, s, today)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.tuberculosis(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = hepatitis(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.liveVaccine(facts, s, today)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = exclusion.planned(facts[s.plannedSurgery] as Fact, facts[s.plannedSurgeryDate] as Fact, today + 154)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = or(aboveLimit(facts[s.asat] as Fact), aboveLimit(facts[s.alat] as Fact))
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = isYes(facts[s.malignancy] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = isYes(facts[s.cancerRisk] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = isYes(facts[s.diabetes] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = anyButNone(facts[s.immunodeficiency] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = heartFailure(facts[s.heartFailure] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = isYes(facts[s.psoriasis] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = anyButNone(facts[s.bowelDisease] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = anyButNone(facts[s.demyelination] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = bloodCount(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = or(is(facts[s.spoken] as Fact, 'no'), is(facts[s.written] as Fact, 'no'))
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = isYes(facts[s.cannotComplete] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = scan(facts, s)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  next = aboveLimit(facts[s.creatinine] as Fact)
  if (next === YES) return NO
  open ||= next === UNKNOWN
  return open ? UNKNOWN : YES
}

const feverOrInfection = (facts: Facts, s: Slots): Tri =>
  or(atLeast(facts[s.temperature] as Fact, 38), isYes(facts[s.infection] as Fact))

function pregnancy(facts: Facts, s: Slots, today: number): Outcome {
  const female = is(facts[s.sex] as Fact, 'female')
  if (female === NO) return NOT_APPLICABLE
  if (female === UNKNOWN) return UNKNOWN
  return exclusion.pregnantOrBreastfeeding(facts, s, exclusion.childbearing(facts, s, today, female))
}

function contraception(facts: Facts, s: Slots, today: number): Outcome {
  const potential = exclusion.childbearing(facts, s, today, is(facts[s.sex] as Fact, 'female'))
  if (potential === NO) return NOT_APPLICABLE
  if (potential === UNKNOWN) return UNKNOWN
  const inadequate = exclusion.inadequateContraception(facts, s)
  return inadequate === YES ? YES : or(inadequate, exclusion.pregnantOrBreastfeeding(facts, s, potential))
}

const hepatitis = (facts: Facts, s: Slots): Tri =>
  or(
    isYes(facts[s.hepatitisB] as Fact),
    or(is(facts[s.hbsAg] as Fact, 'positive'), is(facts[s.antiHbc] as Fact, 'positive')),
  )

const anyButNone = ({ code }: Fact): Tri => (code === undefined ? UNKNOWN : code === 'none' || code === '' ? NO : YES)

const heartFailure = ({ code }: Fact): Tri =>
  code === undefined ? UNKNOWN : code === 'III' || code === 'IV' ? YES : NO

const bloodCount = (facts: Facts, s: Slots): Tri =>
  or(
    or(outsideLimits(facts[s.haemoglobin] as Fact), outsideLimits(facts[s.platelets] as Fact)),
    or(outsideLimits(facts[s.leucocytes] as Fact), outsideLimits(facts[s.neutrophils] as Fact)),
  )

const scan = (facts: Facts, s: Slots): Tri =>
  or(
    isYes(facts[s.pacemaker] as Fact),
    or(is(facts[s.metal] as Fact, 'notCleared'), is(facts[s.claustrophobia] as Fact, 'prevents')),
  )
