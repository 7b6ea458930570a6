import { assume, defineAssumptions } from '../define/assumptions.ts'
import { defineChecks } from '../define/checks.ts'
import { defineEligibility, defineRules } from '../define/criteria.ts'
import { defineDerived } from '../define/derived.ts'
import { defineForm } from '../define/form.ts'
import { days, months, percent, points, quantity, years } from '../define/quantity.ts'
import { defineStudy } from '../define/study.ts'
import { allOf, anyOf, consentDate, meanOf, meanOfAnswered, proratedScore, tallyOf, today } from '../define/words.ts'

/* An invented study, small enough to hold in the head, with one of everything the language has. */

const both = (text: string) => ({ en: text, nb: text })
const yesNo = both

export const person = defineForm(
  'person',
  { title: both('Person'), blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    birthDate: { type: 'date', partial: true, question: both('Date of birth') },
    sex: { type: 'coded', codes: { female: both('Female'), male: both('Male') }, question: both('Sex') },
    smoker: { type: 'yesNo', question: yesNo('Smokes'), selfCheck: both('Do you smoke?') },
  },
)

export const pain = defineForm(
  'pain',
  { title: both('Pain'), blinding: 'open', filledBy: 'participant', burden: 'question' },
  {
    now: { type: 'number', unit: '{score}', range: [0, 10], decimals: 0, question: both('Pain now') },
    worst: { type: 'number', unit: '{score}', range: [0, 10], decimals: 0, question: both('Worst pain') },
    usual: { type: 'number', unit: '{score}', range: [0, 10], decimals: 0, question: both('Usual pain') },
    daysWithPain: { type: 'number', unit: '%', range: [0, 100], question: both('Days with pain') },
    duration: { type: 'number', unit: 'mo', question: both('Duration') },
    walks: { type: 'yesNo', question: both('Walks less') },
    sleeps: { type: 'yesNo', question: both('Sleeps less') },
  },
)

export const scan = defineForm(
  'scan',
  { title: both('Scan'), blinding: 'open', filledBy: 'reader', burden: 'imaging' },
  {
    endplates: {
      type: 'repeat',
      question: both('Endplates'),
      of: {
        type: { type: 'coded', codes: { one: both('One'), two: both('Two') }, question: both('Type') },
        height: { type: 'number', unit: '%', range: [0, 100], question: both('Height') },
      },
    },
  },
)

export const blood = defineForm(
  'blood',
  { title: both('Blood'), blinding: 'open', filledBy: 'site', burden: 'sample', laboratory: true },
  {
    haemoglobin: { type: 'laboratory', unit: 'g/L', alsoIn: ['g/dL'], question: both('Haemoglobin') },
    creatinine: {
      type: 'laboratory',
      unit: 'umol/L',
      alsoIn: ['mg/dL'],
      molarMass: 113.12,
      question: both('Creatinine'),
    },
  },
)

export const body = defineForm(
  'body',
  { title: both('Body'), blinding: 'open', filledBy: 'site', burden: 'examination' },
  {
    weight: { type: 'number', unit: 'kg', question: both('Weight') },
    temperature: { type: 'number', unit: 'Cel', question: both('Temperature') },
    surgery: { type: 'date', partial: true, question: both('Last surgery') },
  },
)

export const assumed = defineAssumptions({
  fever: assume(quantity(38, 'Cel'), { title: both('Fever from'), why: 'usual', question: 'Which threshold?' }),
})

const sections = [pain.now, pain.worst, pain.usual] as const
export const meanPain = defineDerived('meanPain', both('Mean pain'), meanOf(...sections))
export const meanOfTwo = defineDerived('meanOfTwo', both('Mean of at least two'), meanOfAnswered(2, ...sections))
export const index = defineDerived(
  'index',
  both('Index'),
  proratedScore({ of: sections, maximumEach: 10, minimumAnswered: 2 }),
)
export const signs = defineDerived('signs', both('Signs'), tallyOf(pain.walks.isYes(), pain.sleeps.isYes()))
const dose = body.weight.times(quantity(5, 'mg/kg'), 'mg')

export const smallStudy = defineStudy({
  id: 'small',
  version: '1',
  title: both('A small study'),
  summary: both('Invented'),
  registry: { id: 'NCT00000000', name: 'None', sponsor: 'Nobody', phase: '3', condition: both('Pain') },
  target: 10,
  arms: {
    active: {
      type: 'experimental',
      title: both('Active'),
      description: both('Active'),
      product: both('Active'),
      preparation: {
        dose,
        vials: dose.dividedBy(quantity(100, 'mg/{vial}'), '{vial}').roundedUp(),
        concentrate: dose.dividedBy(quantity(10, 'mg/mL'), 'mL'),
      },
    },
    placebo: {
      type: 'placeboComparator',
      title: both('Placebo'),
      description: both('Placebo'),
      product: both('Salt water'),
    },
  },
  sites: {
    north: { title: both('North'), target: 5, timeZone: 'Europe/Oslo' },
    south: { title: both('South'), target: 5, timeZone: 'Europe/Oslo' },
  },
  masking: ['participant', 'investigator'],
  codeBreak: { treatment: 'stop' },
  randomisation: {
    method: 'permutedBlocks',
    ratio: { active: 1, placebo: 1 },
    blocks: [4, 6],
    stratifyBy: ['site'],
    slotsPerStratum: 20,
  },
  infusion: {
    weight: body.weight,
    bagVolume: quantity(250, 'mL'),
    duration: quantity(120, 'min'),
    observation: quantity(60, 'min'),
    leastInterval: days(7),
    stopGrade: 3,
  },
  consent: { v1: { title: both('Version 1'), from: '2020-01-01' } },
  epochs: { screening: { title: both('Screening') }, treatment: { title: both('Treatment') } },
  forms: [person, pain, scan, blood, body],
  derived: [meanPain, meanOfTwo, index, signs],
  person: { birthDate: person.birthDate, sex: person.sex },
  eligibility: defineEligibility({
    inclusion: {
      IN01: { text: both('Age 18 to 65'), holds: person.birthDate.ageOn(consentDate).between(years(18), years(65)) },
      IN02: {
        text: both('Pain'),
        holds: allOf(
          pain.daysWithPain.above(percent(50)),
          pain.duration.above(months(6)),
          anyOf(meanPain.atLeast(points(5)), index.atLeast(points(60))),
        ),
      },
      IN03: {
        text: both('Endplate'),
        holds: scan.endplates.some((row) => allOf(row.type.is('one'), row.height.atLeast(percent(10)))),
      },
    },
    exclusion: {
      EX01: { text: both('Surgery in the last year'), holds: body.surgery.isWithin(months(12)).before(today) },
      EX02: { text: both('Woman who smokes'), appliesTo: person.sex.is('female'), holds: person.smoker.isYes() },
      EX03: { text: both('Abnormal haemoglobin'), holds: blood.haemoglobin.isOutsideReferenceRange() },
    },
  }),
  requirements: {},
  holds: defineRules({
    HOLD01: {
      text: both('Fever'),
      holds: body.temperature.atThisVisit().atLeast(assumed.fever),
      remedy: both('Wait until the fever is gone.'),
      assumes: ['fever'],
    },
  }),
  stops: {},
  checks: defineChecks({
    weightChange: {
      text: both('Weight changed by half'),
      expects: allOf(
        body.weight.atThisVisit().atMost(body.weight.atPreviousVisit().times(quantity(1.5, '1'), 'kg')),
        body.weight.atThisVisit().atLeast(body.weight.atPreviousVisit().times(quantity(0.5, '1'), 'kg')),
      ),
      about: [body.weight.atThisVisit()],
      strictness: 'soft',
    },
    surgeryAfterBirth: {
      text: both('Surgery before birth'),
      expects: body.surgery.atThisVisit().isOnOrAfter(person.birthDate),
      about: [body.surgery.atThisVisit(), person.birthDate],
      strictness: 'hard',
    },
    endplateOfTypeTwo: scan.endplates.atThisVisit().eachRow((row) => ({
      text: both('Type two without size'),
      appliesTo: person.sex.is('female'),
      expects: anyOf(row.type.is('one'), row.height.above(percent(0))),
      about: [row.height],
      strictness: 'soft',
    })),
  }),
  continuing: [],
  procedures: {
    questions: { title: both('Questions'), forms: [person, pain] },
    tests: { title: both('Tests'), forms: [blood, scan, body] },
  },
  encounters: {
    screening: {
      title: both('Screening'),
      short: both('S'),
      epoch: 'screening',
      contact: 'visit',
      anchor: 'consent',
      at: days(0),
      window: { early: days(0), late: days(28) },
      procedures: ['questions', 'tests'],
    },
    day0: {
      title: both('Day 0'),
      short: both('D0'),
      epoch: 'treatment',
      contact: 'visit',
      anchor: 'consent',
      at: days(0),
      window: { early: days(0), late: days(42) },
      procedures: ['tests'],
      administers: true,
    },
    day14: {
      title: both('Day 14'),
      short: both('D14'),
      epoch: 'treatment',
      contact: 'visit',
      anchor: 'firstInfusion',
      at: days(14),
      window: { early: days(3), late: days(3) },
      procedures: ['questions', 'tests'],
      administers: true,
    },
  },
  outcomes: { primary: { title: both('Index'), measure: index.at('day14'), encounter: 'day14' }, secondary: [] },
  assumptions: assumed,
})
