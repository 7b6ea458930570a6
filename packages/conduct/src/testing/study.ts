import {
  allOf,
  assume,
  consentDate,
  days,
  defineAssumptions,
  defineEligibility,
  defineRules,
  defineStudy,
  loadStudy,
  months,
  points,
  quantity,
  today,
  years,
} from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { checks } from './checks.ts'
import {
  both,
  person,
  pain,
  sleepless,
  body,
  blood,
  levels,
  medicines,
  scan,
  judgement,
  safety,
  urine,
} from './forms.ts'

/* An invented study with three infusions and one of every rule that conduct keeps. */

const assumed = defineAssumptions({
  fever: assume(quantity(38, 'Cel'), { title: both('Fever from'), why: 'usual', question: 'Which threshold?' }),
})

const dose = body.weight.times(quantity(5, 'mg/kg'), 'mg')

export const definition = defineStudy({
  id: 'invented',
  version: '1',
  title: both('An invented study'),
  summary: both('Invented'),
  registry: { id: 'NCT00000000', name: 'None', sponsor: 'Nobody', phase: '3', condition: both('Pain') },
  target: 24,
  arms: {
    qzvactive: {
      type: 'experimental',
      title: both('Qzvactive'),
      description: both('Qzvactive'),
      product: both('Qzvactive infusion'),
      preparation: {
        dose,
        vials: dose.dividedBy(quantity(100, 'mg/{vial}'), '{vial}').roundedUp(),
        concentrate: dose.dividedBy(quantity(10, 'mg/mL'), 'mL'),
      },
    },
    wkxplacebo: {
      type: 'placeboComparator',
      title: both('Wkxplacebo'),
      description: both('Wkxplacebo'),
      product: both('Wkxplacebo infusion'),
    },
  },
  sites: {
    north: { title: both('North', 'Nord'), target: 12, timeZone: 'Europe/Oslo' },
    south: { title: both('South', 'Sør'), target: 12, timeZone: 'Europe/Oslo' },
  },
  masking: ['participant', 'careProvider', 'investigator', 'outcomeAssessor'],
  codeBreak: { treatment: 'stop' },
  randomisation: {
    method: 'permutedBlocks',
    ratio: { qzvactive: 1, wkxplacebo: 1 },
    blocks: [4, 6],
    stratifyBy: ['site'],
    slotsPerStratum: 20,
  },
  infusion: {
    weight: body.weight.atThisVisit(),
    bagVolume: quantity(250, 'mL'),
    duration: quantity(120, 'min'),
    observation: quantity(60, 'min'),
    leastInterval: days(11),
    stopGrade: 3,
    toldBy: [safety],
  },
  consent: {
    v2: { title: both('Version 2', 'Versjon 2'), from: '2027-01-01' },
    v1: { title: both('Version 1', 'Versjon 1'), from: '2026-01-01' },
  },
  epochs: {
    screening: { title: both('Screening') },
    treatment: { title: both('Treatment') },
    after: { title: both('After') },
  },
  forms: [person, pain, sleepless, body, blood, levels, scan, judgement, safety, medicines, urine],
  derived: [],
  person: { birthDate: person.born, sex: person.sex },
  eligibility: defineEligibility({
    inclusion: {
      IN01: { text: both('Age 18 to 65'), holds: person.born.ageOn(consentDate).between(years(18), years(65)) },
      IN02: { text: both('Pain of 5 or more'), holds: pain.score.at('screening').atLeast(points(5)) },
    },
    exclusion: {
      EX01: { text: both('Pregnant'), appliesTo: person.sex.is('female'), holds: person.pregnant.isYes() },
      EX02: { text: both('Unfit'), holds: judgement.unfit.isYes(), judgement: true },
      EX03: { text: both('Low haemoglobin'), holds: blood.haemoglobin.isBelowReferenceRange() },
    },
  }),
  requirements: defineRules({
    RQ01: {
      text: both('Scan at most 28 days old', 'Bilde høyst 28 dager gammelt'),
      holds: scan.day.isWithin(days(28)).before(today),
      remedy: both('Take a new scan.', 'Ta et nytt bilde.'),
    },
  }),
  holds: defineRules({
    HOLD01: {
      text: both('Fever', 'Feber'),
      holds: body.temperature.atThisVisit().atLeast(assumed.fever),
      remedy: both('Wait until it is gone.', 'Vent til den er borte.'),
      assumes: ['fever'],
    },
  }),
  stops: defineRules({
    STOP01: {
      text: both('Cancer', 'Kreft'),
      holds: allOf(safety.cancer.isYes()),
      remedy: both('Stop treatment.', 'Avslutt behandlingen.'),
    },
    STOP02: {
      text: both('An opioid', 'Et opioid'),
      holds: medicines.list.some((row) => allOf(row.atc.isIn('N02A'), row.ongoing.isYes())),
      remedy: both('Stop treatment.', 'Avslutt behandlingen.'),
    },
  }),
  checks,
  deviations: defineRules({
    DV01: {
      text: both('Cancer under treatment', 'Kreft under behandling'),
      holds: safety.cancer.atThisVisit().isYes(),
      remedy: both('Tell the sponsor.'),
    },
  }),
  required: [safety],
  continuing: ['EX01'],
  procedures: {
    questions: { title: both('Questions'), forms: [person, pain, judgement] },
    tests: { title: both('Tests'), forms: [blood, body, levels] },
    imaging: { title: both('Imaging'), forms: [scan] },
    followUp: { title: both('Follow-up'), forms: [pain, sleepless, safety] },
    pregnancy: { title: both('Pregnancy test'), forms: [urine], appliesTo: person.sex.is('female') },
  },
  encounters: {
    screening: {
      title: both('Screening visit', 'Screeningbesøk'),
      short: both('S'),
      epoch: 'screening',
      contact: 'visit',
      anchor: 'consent',
      at: days(0),
      window: { early: days(0), late: days(28) },
      procedures: ['questions', 'tests', 'imaging'],
    },
    day0: {
      title: both('First infusion', 'Første infusjon'),
      short: both('D0'),
      epoch: 'treatment',
      contact: 'visit',
      anchor: 'firstInfusion',
      at: days(0),
      window: { early: days(0), late: days(0) },
      procedures: ['tests'],
      administers: true,
    },
    day14: {
      title: both('Second infusion', 'Andre infusjon'),
      short: both('D14'),
      epoch: 'treatment',
      contact: 'visit',
      anchor: 'firstInfusion',
      at: days(14),
      window: { early: days(3), late: days(3) },
      procedures: ['tests', 'followUp'],
      administers: true,
    },
    day42: {
      title: both('Third infusion', 'Tredje infusjon'),
      short: both('D42'),
      epoch: 'treatment',
      contact: 'visit',
      anchor: 'firstInfusion',
      at: days(42),
      window: { early: days(5), late: days(5) },
      procedures: ['tests', 'followUp'],
      administers: true,
    },
    month1: {
      title: both('Home test', 'Hjemmetest'),
      short: both('M1'),
      epoch: 'after',
      contact: 'home',
      anchor: 'firstInfusion',
      at: months(1),
      window: { early: days(3), late: days(3) },
      procedures: ['pregnancy'],
      appliesTo: person.sex.is('female'),
    },
    call: {
      title: both('Last call', 'Siste samtale'),
      short: both('Call'),
      epoch: 'after',
      contact: 'phone',
      anchor: 'lastInfusion',
      at: months(6),
      window: { early: days(14), late: days(14) },
      procedures: ['followUp'],
    },
  },
  logs: { log: { title: both('Log', 'Logg'), short: both('Log', 'Logg'), forms: [medicines] } },
  unscheduled: {
    title: both('Unscheduled visit', 'Ekstra besøk'),
    short: both('X', 'E'),
    forms: [blood, body, safety],
  },
  outcomes: { primary: { title: both('Pain'), measure: pain.score.at('day42'), encounter: 'day42' }, secondary: [] },
  assumptions: assumed,
})

export const study = loadStudy(compileStudy(definition))
