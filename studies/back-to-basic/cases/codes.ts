import { painkillers, suppressants } from './medicineCodes.ts'
import type { Facts } from '@trialwright/protocol'
import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, filledForm, person } from '../demo/index.ts'
import { ruleForThem, ruleForWomen } from '../examples/women.ts'

/* Each answer of a list by itself, each laboratory value on each side, and days counted from the day asked about, not from consent. */

type Cases = StudyCases[string]
type Answers = NonNullable<Parameters<typeof person>[0]>
type Row<Form extends keyof Answers, List extends keyof NonNullable<Answers[Form]>> = Extract<
  NonNullable<Answers[Form]>[List],
  readonly unknown[]
>[number]

const tenDaysAfterConsent = { today: '2026-03-26' }

const each = <Code extends string>(
  answers: Readonly<Record<Code, 'yes' | 'no'>>,
  facts: (code: Code) => Facts,
): Cases =>
  (Object.entries(answers) as [Code, 'yes' | 'no'][]).map(([given, answer]) => ({ given, facts: facts(given), answer }))

const treated = (...treatments: readonly Row<'immunosuppression', 'treatments'>[]) =>
  person({ immunosuppression: { ever: 'yes', treatments } })
const treatment = (row: Row<'immunosuppression', 'treatments'>) => ({
  name: 'x',
  ongoing: 'no' as const,
  seriousAdverseEvent: 'no' as const,
  stop: '2020-01-01',
  ...row,
})
const medicine = (row: Row<'medications', 'list'>) =>
  person({
    medications: {
      list: [{ name: 'x', route: 'oral', daysPerWeek: 7, start: '2025-01', ongoing: 'yes', ...row }],
    },
  })
const operated = (row: Row<'backSurgery', 'operations'>) =>
  person({ backSurgery: { operations: [{ level: 'L4L5', date: '2026-01-10', ...row }] } })
const history = (answers: Answers['medicalHistory']) => person({ medicalHistory: answers })
const blood = (answers: Answers['laboratory']) => person({ laboratory: answers })
const endplate = (primaryType: 'none' | 'type1', secondaryType: 'none' | 'type1' | 'type2' | 'type3') =>
  person({ mriReading: { endplates: [{ endplate: 'L4inferior', primaryType, secondaryType, height: 28 }] } })

/** A laboratory that also has a lower limit of the transaminases. */
const withLowerLimits = (facts: Facts): Facts => ({
  ...facts,
  ranges: facts.ranges.map((range) => (range.item === 'asat' || range.item === 'alat' ? { ...range, low: 10 } : range)),
})

const otherAgents = {
  antibody: 'yes',
  cytostatic: 'yes',
  immunophilinDrug: 'yes',
  interferon: 'yes',
  mycophenolate: 'yes',
  otherDmard: 'yes',
  infliximab: 'no',
  glucocorticoid: 'no',
} as const
const only = <Code extends string>(codes: readonly Code[], ...yes: readonly Code[]): Record<Code, 'yes' | 'no'> =>
  Object.fromEntries(codes.map((code) => [code, yes.includes(code) ? 'yes' : 'no'])) as Record<Code, 'yes' | 'no'>
const agents = Object.keys(otherAgents) as (keyof typeof otherAgents)[]

const pain = { now: 4, worst: 5, usual: 5 } as const
const noPain = { now: 0, worst: 0, usual: 0 } as const
const able = {
  pain: '0',
  care: '0',
  lifting: '0',
  walking: '0',
  sitting: '0',
  standing: '0',
  sleep: '0',
  sexLife: '0',
  socialLife: '0',
  travel: '0',
} as const
const later = { encounter: 'day0', date: '2026-03-25' }

export const casesOfCodes: StudyCases = {
  IN02: [
    { given: 'pain above the 12th rib', facts: person({ painHistory: { mainSite: 'above' } }), answer: 'no' },
    {
      given: 'pain for 6 months since consent, not at consent',
      facts: person({ painHistory: { onset: '2025-09-20' } }, tenDaysAfterConsent),
      answer: 'yes',
    },
    {
      given: 'pain at screening alone, gone on day 0, never disabled',
      facts: person({ odi: able }, { later: [filledForm('nrs', noPain, later)] }),
      answer: 'yes',
    },
    {
      given: 'disabled at screening alone, able on day 0, with mild pain',
      facts: person(
        { nrs: pain, odi: { ...able, pain: '5', care: '5', lifting: '5' } },
        { later: [filledForm('odi', able, later)] },
      ),
      answer: 'yes',
    },
  ],
  IN03: [
    { given: 'no change at a high endplate', facts: endplate('none', 'none'), answer: 'no' },
    { given: 'secondary type 1', facts: endplate('none', 'type1'), answer: 'yes' },
    { given: 'secondary type 2', facts: endplate('none', 'type2'), answer: 'no' },
    { given: 'secondary type 3', facts: endplate('none', 'type3'), answer: 'no' },
  ],
  EX02: each(
    { infliximab: 'yes', murineProtein: 'yes', excipient: 'yes', otherMedicine: 'no', other: 'no' },
    (substance) => person({ allergies: { any: 'yes', substances: [{ substance }] } }),
  ),
  EX03: [
    ...each(only(agents, 'infliximab'), (group) => treated(treatment({ group }))),
    { given: 'a list of none', facts: treated(), answer: 'no' },
  ],
  EX04: [
    ...each(otherAgents, (group) => treated(treatment({ group, seriousAdverseEvent: 'yes' }))),
    { given: 'a list of none', facts: treated(), answer: 'no' },
  ],
  EX06: [
    ...each({ discHerniation: 'no', decompression: 'no', fusion: 'yes', discProsthesis: 'yes', other: 'yes' }, (kind) =>
      operated({ kind }),
    ),
    ...each({ Th12L1: 'no', L1L2: 'yes', L2L3: 'yes', L3L4: 'yes', L4L5: 'yes', L5S1: 'yes' }, (level) =>
      operated({ kind: 'fusion', level }),
    ),
    { given: 'a list of none', facts: person({ backSurgery: { operations: [] } }), answer: 'no' },
  ],
  EX07: [
    ...each({ discHerniation: 'yes', decompression: 'yes', fusion: 'no', discProsthesis: 'no', other: 'no' }, (kind) =>
      operated({ kind }),
    ),
    { given: 'a list of none', facts: person({ backSurgery: { operations: [] } }), answer: 'no' },
  ],
  EX09: ruleForWomen({ pregnancyTest: { hcg: 'positive' } }),
  EX10: [
    ...ruleForThem({ contraception: { method: 'none' } }),
    ...each(
      {
        oral: 'no',
        injected: 'no',
        implanted: 'no',
        intrauterine: 'no',
        vasectomisedPartner: 'no',
        abstinence: 'no',
        other: 'yes',
        none: 'yes',
      },
      (method) => person({ contraception: { method } }),
    ),
    { given: 'does not agree to use it', facts: person({ contraception: { agrees: 'no' } }), answer: 'yes' },
    { given: 'pregnant', facts: person({ contraception: { pregnant: 'yes' } }), answer: 'yes' },
    { given: 'breast-feeding', facts: person({ contraception: { breastfeeding: 'yes' } }), answer: 'yes' },
    { given: 'a positive test', facts: person({ pregnancyTest: { hcg: 'positive' } }), answer: 'yes' },
    { given: 'not tested', facts: person({ pregnancyTest: { hcg: undefined } }), answer: 'unknown' },
  ],
  EX11: [
    ...each(suppressants, (atc) => medicine({ atc })),
    ...each(
      {
        oral: 'yes',
        injection: 'yes',
        infusion: 'yes',
        rectal: 'yes',
        transdermal: 'yes',
        inhaled: 'no',
        nasal: 'no',
        topical: 'no',
        intraArticular: 'no',
      },
      (route) => medicine({ atc: 'H02AB06', route }),
    ),
    {
      given: 'methotrexate, ongoing',
      facts: treated(treatment({ group: 'otherDmard', ongoing: 'yes' })),
      answer: 'yes',
    },
    { given: 'methotrexate, ended', facts: treated(treatment({ group: 'otherDmard' })), answer: 'no' },
    {
      given: 'methotrexate ended, another ongoing',
      facts: treated(treatment({ group: 'otherDmard' }), treatment({ group: 'mycophenolate', ongoing: 'yes' })),
      answer: 'yes',
    },
    { given: 'a list of none', facts: treated(), answer: 'no' },
    { given: 'a list of no medicines', facts: person({ medications: { list: [] } }), answer: 'no' },
    {
      given: 'no treatment, with a row left over',
      facts: person({
        immunosuppression: { ever: 'no', treatments: [treatment({ group: 'otherDmard', ongoing: 'yes' })] },
      }),
      answer: 'no',
    },
  ],
  EX12: [
    ...each(painkillers, (atc) => medicine({ atc })),
    {
      given: 'an opioid for 4 weeks today, less at consent',
      facts: person(
        {
          medications: {
            list: [{ atc: 'N02AA05', route: 'oral', daysPerWeek: 7, start: '2026-02-20', ongoing: 'yes' }],
          },
        },
        tenDaysAfterConsent,
      ),
      answer: 'yes',
    },
  ],
  EX13: [
    ...each(otherAgents, (group) => treated(treatment({ group, stop: '2026-01-01' }))),
    { given: 'a list of none', facts: treated(), answer: 'no' },
    {
      given: 'the last dose within a year of consent, not of today',
      facts: {
        ...treated(treatment({ group: 'otherDmard', stop: '2025-03-20' })),
        ...tenDaysAfterConsent,
      },
      answer: 'no',
    },
  ],
  EX14: each({ none: 'no', treated: 'no', latent: 'yes', active: 'yes', suspected: 'yes' }, (tb) =>
    person({ tuberculosis: { history: tb } }),
  ),
  EX16: [
    {
      given: 'a list of none',
      facts: person({ vaccines: { list: [] } }),
      answer: 'no',
    },
    {
      given: 'a live vaccine within 4 weeks of consent, not of today',
      facts: person({ vaccines: { list: [{ name: 'x', kind: 'live', date: '2026-02-20' }] } }, tenDaysAfterConsent),
      answer: 'no',
    },
    {
      given: 'one planned 98 days from today, more from consent',
      facts: person({ vaccinations: { livePlanned: 'yes', livePlannedDate: '2026-07-02' } }, tenDaysAfterConsent),
      answer: 'yes',
    },
  ],
  EX17: [
    {
      given: 'surgery 154 days from today, more from consent',
      facts: person(
        { medicalHistory: { plannedSurgery: 'yes', plannedSurgeryDate: '2026-08-27' } },
        tenDaysAfterConsent,
      ),
      answer: 'yes',
    },
  ],
  EX18: [
    { given: 'ASAT below a lower limit', facts: withLowerLimits(blood({ asat: 8 })), answer: 'no' },
    { given: 'ALAT below a lower limit', facts: withLowerLimits(blood({ alat: 8 })), answer: 'no' },
  ],
  EX22: each({ none: 'no', primary: 'yes', hiv: 'yes', splenectomy: 'yes', other: 'yes' }, (immunodeficiency) =>
    history({ immunodeficiency }),
  ),
  EX23: each({ none: 'no', I: 'no', II: 'no', III: 'yes', IV: 'yes' }, (heartFailure) => history({ heartFailure })),
  EX25: each({ none: 'no', ulcerativeColitis: 'yes', crohn: 'yes' }, (bowelDisease) => history({ bowelDisease })),
  EX26: each({ none: 'no', multipleSclerosis: 'yes', guillainBarre: 'yes', other: 'yes' }, (demyelination) =>
    history({ demyelination }),
  ),
  EX27: [
    { given: 'haemoglobin below', facts: blood({ haemoglobin: 110 }), answer: 'yes' },
    { given: 'haemoglobin above', facts: blood({ haemoglobin: 160 }), answer: 'yes' },
    { given: 'platelets below', facts: blood({ platelets: 160 }), answer: 'yes' },
    { given: 'platelets above', facts: blood({ platelets: 390 }), answer: 'yes' },
    { given: 'leucocytes below', facts: blood({ leucocytes: 3.4 }), answer: 'yes' },
    { given: 'leucocytes above', facts: blood({ leucocytes: 11.5 }), answer: 'yes' },
    { given: 'neutrophils below', facts: blood({ neutrophils: 1.4 }), answer: 'yes' },
    { given: 'neutrophils above', facts: blood({ neutrophils: 7.6 }), answer: 'yes' },
    { given: 'neutrophils not measured', facts: blood({ neutrophils: absent('notDone') }), answer: 'unknown' },
  ],
}
