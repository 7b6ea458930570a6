import { addDuration } from '@trialwright/protocol'
import type { Draws, Moment, VirtualAnswers } from '@trialwright/protocol/simulation'
import type { Answers } from '../demo/answers.ts'
import { uneventfulAnswers } from '../demo/course.ts'
import { drugLevelAnswers, eventsAt, infectionAt, reactionAnswers, reactionOf } from './befalls.ts'
import { eq5dAnswers, hsclAnswers, nrsAnswers, odiAnswers, rmdqAnswers } from './instruments.ts'
import { foundAtScreening } from './screening.ts'
import type { Truth } from './truth.ts'
import { facts } from './values.ts'

/** Forms whose items are spread by their models alone. */
const byItems = new Set(['background'])

/** What the person answers to a form: what is true that day, as a questionnaire or an examination finds it. */
export function answersOf(truth: Truth, draws: Draws, form: string, at: Moment): VirtualAnswers {
  if (byItems.has(form)) return {}
  const find = makers[form]
  const own = draws.of('form', form, at.encounter)
  const given =
    find?.(truth, own, at, draws) ?? (at.encounter === 'screening' ? foundOn(truth, at.day, draws)[form] : undefined)
  const usual = given ?? usualOn(at.day)[form]
  return (usual ?? {}) as VirtualAnswers
}

type ByForm = Readonly<Record<string, unknown>>
const found = new WeakMap<Truth, { readonly day: string; readonly answers: ByForm }>()
let usual: { readonly day: string; readonly answers: ByForm } | undefined

/** What screening finds is worked out once for all forms of a day. */
function foundOn(truth: Truth, day: string, draws: Draws): ByForm {
  const known = found.get(truth)
  if (known?.day === day) return known.answers
  const answers = foundAtScreening(truth, day, draws)
  found.set(truth, { day, answers })
  return answers
}

function usualOn(day: string): ByForm {
  if (usual?.day !== day) usual = { day, answers: uneventfulAnswers(day) }
  return usual.answers
}

type Make = (truth: Truth, own: Draws, at: Moment, all: Draws) => Answers[keyof Answers]

const asksForEvents = (encounter: string): boolean => /^day(14|42|98|154|278)$/.test(encounter)

function toldAt(all: Draws, at: Moment): boolean {
  const { list = [] } = eventsAt(all, at)
  return Array.isArray(list) && list.length > 0
}

/** The score as this questionnaire finds it; forms of one day are answered of one state. */
const scoreAt = (truth: Truth, at: Moment, all: Draws): number =>
  truth.odi(at) + all.of('score', at.encounter).normal(0, facts.odiNoise)

const makers: Readonly<Record<string, Make>> = {
  odi: (truth, own, at, all) => odiAnswers(scoreAt(truth, at, all), own) as Answers['odi'],
  nrs: (truth, own, at, all) => nrsAnswers(scoreAt(truth, at, all), own),
  rmdq: (truth, own, at, all) => rmdqAnswers(scoreAt(truth, at, all), own) as Answers['rmdq'],
  eq5d: (truth, own, at, all) => eq5dAnswers(scoreAt(truth, at, all), own) as Answers['eq5d'],
  hscl25: (truth, own) => hsclAnswers(truth.burden, own) as Answers['hscl25'],
  vitals: ({ weight, height }, own, at, all) => ({
    temperature: infectionAt(all, at) === 'fever' && at.encounter !== 'screening' ? 38.6 : own.whole(364, 372) / 10,
    weight: Number((weight + own.whole(-10, 10) / 10).toFixed(1)),
    ...(at.encounter === 'screening' && { height }),
    systolic: own.whole(108, 142),
    diastolic: own.whole(64, 88),
    pulse: own.whole(56, 84),
  }),
  safetyEvaluation: (_, __, at, all) => ({
    infection: infectionAt(all, at) === 'fever' && at.encounter !== 'screening' ? 'yes' : 'no',
    antibiotic: infectionAt(all, at) === 'antibiotic' && at.encounter !== 'screening' ? 'yes' : 'no',
    jaundice: 'no',
    newConditions: 'no',
    wishesToStop: 'no',
    allocationRevealed: 'no',
  }),
  laboratory: laboratoryAnswers,
  crp: (_, own, { infusions, arm }) => {
    const crp = Math.exp(own.normal(arm === 'infliximab' && infusions > 0 ? 0.2 : 0.6, 0.6))
    return { crp: crp < 1 ? { below: 1 } : Number(crp.toFixed(1)) }
  },
  reactions: (_, __, at, all) => reactionAnswers(reactionOf(all, at), at.day),
  compliance: (_, __, { given = 'notGiven' }) =>
    given === 'full'
      ? { infusion: 'full' }
      : given === 'partly'
        ? { infusion: 'partly', volume: 100, reason: 'Reaksjon på infusjonen' }
        : { infusion: 'notGiven', reason: 'Infusjonen ble ikke gitt' },
  adverseEventsAsked: (_, __, at, all) => ({ any: toldAt(all, at) ? 'written' : 'none' }),
  adverseEvents: (_, __, at, all) => (asksForEvents(at.encounter) ? eventsAt(all, at) : { list: [] }),
  drugLevel: (_, __, at, all) => drugLevelAnswers(all, at),
  pregnancyTest: (truth, _, at) => ({ hcg: isPregnant(truth, at) ? 'positive' : 'negative' }),
  pregnancyReport: (truth, _, at) => ({
    testDate: at.day,
    hcg: isPregnant(truth, at) ? 'positive' : 'negative',
    contraceptionKept: isPregnant(truth, at) ? 'no' : 'yes',
  }),
  contraception: (truth, _, at) =>
    at.encounter === 'screening'
      ? undefined
      : {
          pregnant: isPregnant(truth, at) ? 'yes' : 'no',
          breastfeeding: 'no',
          method: 'intrauterine',
          agrees: 'yes',
        },
  sickListing: (_, own, at, all) => {
    const now = all.of('sick').chance(0.18) && own.chance(0.7) ? own.pick(['partial', 'full'] as const) : 'none'
    if (now === 'none') return { now, days: 0 }
    return { now, degree: now === 'full' ? 100 : 50, days: at.encounter === 'day0' ? 30 : 40, becauseOfBack: 'yes' }
  },
  coInterventions: (_, own) =>
    own.chance(0.3) ? { any: 'yes', list: [{ kind: 'physiotherapy', sessions: own.whole(1, 12) }] } : { any: 'no' },
  mriFollowUpReading: (truth, _, at, all) => {
    const { mriReading } = foundAtScreening(truth, at.day, all)
    return { ...mriReading, imageDate: addDuration(at.day, { value: -1, unit: 'd' }), readDate: at.day }
  },
}

const isPregnant = ({ conceives }: Truth, { since = 0 }: Moment): boolean =>
  conceives !== undefined && since >= conceives + 14

/** Within the limits of the invented laboratory but for the fault, so that each failure has its one reason. */
function laboratoryAnswers({ sex, fault }: Truth, own: Draws, at: Moment): NonNullable<Answers['laboratory']> {
  const female = sex === 'female'
  const screening = at.encounter === 'screening'
  const skewed = (median: number, spread: number, low: number, high: number) =>
    Math.round(Math.min(high, Math.max(low, median * Math.exp(own.normal(0, spread)))))
  const leucocytes = own.whole(39, 98) / 10
  return {
    haemoglobin:
      screening && fault === 'blood' ? (female ? 108 : 121) : own.whole(female ? 119 : 136, female ? 151 : 168),
    platelets: own.whole(170, 340),
    leucocytes,
    neutrophils: Math.round(leucocytes * own.whole(42, 72) * 0.1) / 10,
    asat: skewed(23, 0.25, 9, female ? 34 : 44),
    alat: screening && fault === 'liver' ? own.whole(82, 190) : skewed(24, 0.3, 8, female ? 39 : 69),
    creatinine: screening && fault === 'creatinine' ? 128 : own.whole(female ? 50 : 62, female ? 88 : 103),
  }
}
