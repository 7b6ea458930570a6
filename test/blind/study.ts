import {
  type CompiledStudy,
  consentDate,
  days,
  defineAssumptions,
  defineEligibility,
  defineForm,
  defineRules,
  defineStudy,
  quantity,
  years,
} from '@trialwright/protocol'
import { compileStudy, hashOf } from '@trialwright/protocol/compile'

/*
 * An invented trial, short enough to be conducted hundreds of times in a run: two sites, two infusions, vials in stock for one
 * of the arms, items of every blinding class. Its arms differ in everything that could show: length of name, dose, vials.
 */

const both = (en: string, nb = en) => ({ en, nb })

const person = defineForm(
  'person',
  { title: both('Person'), blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    born: { type: 'date', question: both('Date of birth', 'Fødselsdato') },
    sex: { type: 'coded', codes: { female: both('Female'), male: both('Male') }, question: both('Sex') },
  },
)

const scan = defineForm(
  'scan',
  { title: both('Scan'), blinding: 'open', filledBy: 'reader', burden: 'imaging' },
  { height: { type: 'number', unit: '%', range: [0, 100], question: both('Height') } },
)

const body = defineForm(
  'body',
  { title: both('Body'), blinding: 'open', filledBy: 'site', burden: 'examination' },
  {
    weight: { type: 'number', unit: 'kg', range: [25, 300], decimals: 1, question: both('Weight') },
    temperature: { type: 'number', unit: 'Cel', range: [30, 45], question: both('Temperature') },
  },
)

const blood = defineForm(
  'blood',
  { title: both('Blood'), blinding: 'open', filledBy: 'site', burden: 'sample', laboratory: true },
  {
    haemoglobin: { type: 'laboratory', unit: 'g/L', alsoIn: ['g/dL'], question: both('Haemoglobin') },
    inflammation: { type: 'laboratory', unit: 'mg/L', blinding: 'delayed', optional: true, question: both('CRP') },
    level: { type: 'number', unit: 'mg/L', blinding: 'unblindedOnly', optional: true, question: both('Drug level') },
  },
)

const dose = body.weight.times(quantity(5, 'mg/kg'), 'mg')

const definition = defineStudy({
  id: 'invented',
  version: '1',
  title: both('An invented study', 'En oppdiktet studie'),
  summary: both('Invented'),
  registry: { id: 'NCT00000000', name: 'None', sponsor: 'Nobody', phase: '3', condition: both('Pain') },
  target: 24,
  arms: {
    first: {
      type: 'experimental',
      title: both('First'),
      description: both('First'),
      product: both('First'),
      preparation: {
        dose,
        vials: dose.dividedBy(quantity(100, 'mg/{vial}'), '{vial}').roundedUp(),
        concentrate: dose.dividedBy(quantity(10, 'mg/mL'), 'mL'),
      },
    },
    second: { type: 'placeboComparator', title: both('Second'), description: both('Second'), product: both('Second') },
  },
  sites: {
    north: { title: both('North', 'Nord'), target: 12, timeZone: 'Europe/Oslo' },
    south: { title: both('South', 'Sør'), target: 12, timeZone: 'Europe/Oslo' },
  },
  masking: ['participant', 'careProvider', 'investigator', 'outcomeAssessor'],
  codeBreak: { treatment: 'stop' },
  randomisation: {
    method: 'permutedBlocks',
    ratio: { first: 1, second: 1 },
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
  },
  supply: {
    products: {
      powder: {
        title: both('Powder', 'Pulver'),
        arms: ['first'],
        lowest: quantity(2, 'Cel'),
        highest: quantity(8, 'Cel'),
      },
    },
    horizon: days(30),
    reserve: quantity(4, '{vial}'),
  },
  consent: { v1: { title: both('Version 1', 'Versjon 1'), from: '2026-01-01' } },
  epochs: { screening: { title: both('Screening') }, treatment: { title: both('Treatment') } },
  forms: [person, scan, body, blood],
  derived: [],
  person: { birthDate: person.born, sex: person.sex },
  eligibility: defineEligibility({
    inclusion: {
      IN01: { text: both('Age 18 to 65'), holds: person.born.ageOn(consentDate).between(years(18), years(65)) },
      IN02: { text: both('Height of 10 % or more'), holds: scan.height.atLeast(quantity(10, '%')) },
    },
    exclusion: { EX01: { text: both('Fever'), holds: body.temperature.at('screening').atLeast(quantity(38, 'Cel')) } },
  }),
  requirements: {},
  holds: defineRules({
    HOLD01: {
      text: both('Fever', 'Feber'),
      holds: body.temperature.atThisVisit().atLeast(quantity(38, 'Cel')),
      remedy: both('Wait until it is gone.', 'Vent til den er borte.'),
    },
  }),
  stops: {},
  continuing: [],
  procedures: {
    first: { title: both('First day'), forms: [person, body] },
    imaging: { title: both('Imaging'), forms: [scan] },
    tests: { title: both('Tests'), forms: [body, blood] },
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
      procedures: ['first', 'imaging'],
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
      procedures: ['tests'],
      administers: true,
    },
    day28: {
      title: both('Visit', 'Besøk'),
      short: both('D28'),
      epoch: 'treatment',
      contact: 'visit',
      anchor: 'firstInfusion',
      at: days(28),
      window: { early: days(7), late: days(7) },
      procedures: ['tests'],
    },
  },
  unscheduled: { title: both('Unscheduled visit', 'Ekstra besøk'), short: both('X', 'E'), forms: [body, blood] },
  outcomes: { primary: { title: both('Weight'), measure: body.weight.at('day28'), encounter: 'day28' }, secondary: [] },
  assumptions: defineAssumptions({}),
})

const plain = compileStudy(definition)

/** The same trial without lists: the database works each arm out from sealed numbers and from who came before. */
const minimised = compileStudy({
  ...definition,
  randomisation: {
    method: 'minimisation',
    ratio: definition.randomisation.ratio,
    stratifyBy: [],
    slotsPerStratum: 20,
    factors: {
      site: { title: both('Site'), weight: 1, by: 'site' },
      weight: {
        title: both('Weight'),
        weight: 2,
        levels: {
          light: { title: both('Below 80 kg'), holds: body.weight.at('screening').below(quantity(80, 'kg')) },
          heavy: { title: both('80 kg or more'), holds: body.weight.at('screening').atLeast(quantity(80, 'kg')) },
        },
      },
    },
    measure: 'range',
    probability: [4, 5],
  },
})

/** What an arm is called; id, title and product all say it, so that a search for the word finds each of them. */
export interface ArmNames {
  readonly experimental: string
  readonly comparator: string
}

/** Of unlike length, as in life: what only leaks through a size leaks here. */
export const usualNames: ArmNames = { experimental: 'verum', comparator: 'indistinguishableSaltWaterControl' }

export interface BlindStudy {
  readonly compiled: CompiledStudy
  readonly hash: string
  readonly arms: readonly [string, string]
}

/** The study with its arms named so. */
export function studyWith({ experimental, comparator }: ArmNames, by: 'list' | 'minimisation' = 'list'): BlindStudy {
  const compiledOnce = by === 'list' ? plain : minimised
  const names: Readonly<Record<string, string>> = { first: experimental, second: comparator }
  const arms = compiledOnce.arms.map((arm) => {
    const name = names[arm.id]!
    return { ...arm, id: name, title: both(name), description: both(name), product: both(`${name} infusion`) }
  })
  const randomisation = { ...compiledOnce.randomisation, ratio: { [experimental]: 1, [comparator]: 1 } }
  const { horizon, reserve, products } = compiledOnce.supply!
  const supply = {
    horizon,
    reserve,
    products: products.map((each) => ({ ...each, arms: each.arms.map((arm) => names[arm]!) })),
  }
  const compiled = { ...compiledOnce, arms, randomisation, supply }
  return { compiled, hash: hashOf(compiled), arms: [experimental, comparator] }
}

export const sites = plain.sites.map(({ id }) => id)
/** What the sites' approvals depend on. */
export const protocol = { approvals: plain.approvals, version: plain.version }
/** Every form of every encounter, as pages of it are addressed. */
export const pagesOfForms = plain.encounters.flatMap(({ id, forms }) => forms.map((form) => [id, form] as const))

/** The site a participant's code belongs to. */
export const siteOf = (code: string): string | undefined =>
  sites.find((site) => code.startsWith(site.slice(0, 3).toUpperCase()))
