import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, person, unfinished, type Absent } from '../demo/index.ts'

const uses = (row: {
  atc: string | Absent
  route?: 'oral' | 'inhaled' | 'injection' | 'intraArticular'
  daysPerWeek?: number
  start?: string
  ongoing?: 'yes' | 'no'
}) =>
  person({
    medications: {
      list: [{ name: 'x', route: 'oral', daysPerWeek: 7, start: '2025-01', ongoing: 'yes', ...row }],
    },
  })

const treated = (row: {
  group: 'infliximab' | 'otherDmard' | 'glucocorticoid'
  ongoing?: 'yes' | 'no'
  stop?: string
}) =>
  person({
    immunosuppression: {
      ever: 'yes',
      treatments: [{ name: 'x', ongoing: 'no', seriousAdverseEvent: 'no', ...row }],
    },
  })

const vaccinated = (kind: 'live' | 'notLive', date: string) =>
  person({ vaccines: { list: [{ name: 'x', kind, date }] } })
const livePlanned = (date: string) => person({ vaccinations: { livePlanned: 'yes', livePlannedDate: date } })
const surgeryPlanned = (date: string) => person({ medicalHistory: { plannedSurgery: 'yes', plannedSurgeryDate: date } })

export const exclusionOfMedicationCases = {
  EX11: [
    { given: 'no medicine', facts: person(), answer: 'no' },
    { given: 'prednisolone tablets', facts: uses({ atc: 'H02AB06' }), answer: 'yes' },
    { given: 'inhaled glucocorticoid', facts: uses({ atc: 'R03BA02', route: 'inhaled' }), answer: 'no' },
    {
      given: 'glucocorticoid into a joint',
      facts: uses({ atc: 'H02AB06', route: 'intraArticular' }),
      answer: 'no',
    },
    { given: 'prednisolone, ended', facts: uses({ atc: 'H02AB06', ongoing: 'no' }), answer: 'no' },
    {
      given: 'methotrexate injections',
      facts: uses({ atc: 'L04AX03', route: 'injection' }),
      answer: 'yes',
    },
    {
      given: 'an ongoing treatment told in the history',
      facts: treated({ group: 'otherDmard', ongoing: 'yes' }),
      answer: 'yes',
    },
    { given: 'medicines not listed yet', facts: person({ medications: { list: undefined } }), answer: 'unknown' },
    { given: 'a medicine nobody knows the class of', facts: uses({ atc: absent('notKnown') }), answer: 'unknown' },
    { given: 'a hormone, not known which', facts: uses({ atc: 'H' }), answer: 'unknown' },
  ],
  EX12: [
    { given: 'no medicine', facts: person(), answer: 'no' },
    { given: 'tramadol every day', facts: uses({ atc: 'N02AX02' }), answer: 'no' },
    { given: 'codeine every day', facts: uses({ atc: 'N02AJ06' }), answer: 'no' },
    { given: 'oxycodone every day for a year', facts: uses({ atc: 'N02AA05' }), answer: 'yes' },
    { given: 'an opioid, not known which', facts: uses({ atc: 'N02A' }), answer: 'unknown' },
    { given: 'ibuprofen every day', facts: uses({ atc: 'M01AE01' }), answer: 'no' },
    { given: 'oxycodone 3 days a week', facts: uses({ atc: 'N02AA05', daysPerWeek: 3 }), answer: 'no' },
    { given: 'oxycodone 4 days a week', facts: uses({ atc: 'N02AA05', daysPerWeek: 4 }), answer: 'yes' },
    { given: 'since 4 weeks to the day', facts: uses({ atc: 'N02AA05', start: '2026-02-16' }), answer: 'yes' },
    { given: 'since a day less', facts: uses({ atc: 'N02AA05', start: '2026-02-17' }), answer: 'no' },
    { given: 'since some day last month', facts: uses({ atc: 'N02AA05', start: '2026-02' }), answer: 'unknown' },
    { given: 'ended', facts: uses({ atc: 'N02AA05', ongoing: 'no' }), answer: 'no' },
    {
      given: 'a list that is not finished',
      facts: person({ medications: { list: unfinished({ atc: 'M01AE01' }) } }),
      answer: 'unknown',
    },
  ],
  EX13: [
    { given: 'never immunosuppressed', facts: person(), answer: 'no' },
    { given: 'last dose 365 days ago', facts: treated({ group: 'otherDmard', stop: '2025-03-16' }), answer: 'yes' },
    { given: 'last dose 366 days ago', facts: treated({ group: 'otherDmard', stop: '2025-03-15' }), answer: 'no' },
    {
      given: 'last dose some day that month',
      facts: treated({ group: 'otherDmard', stop: '2025-03' }),
      answer: 'unknown',
    },
    { given: 'ongoing', facts: treated({ group: 'otherDmard', ongoing: 'yes' }), answer: 'yes' },
    { given: 'a course of prednisolone', facts: treated({ group: 'glucocorticoid', stop: '2026-01' }), answer: 'no' },
    {
      given: 'nobody knows when it ended',
      facts: person({
        immunosuppression: {
          ever: 'yes',
          treatments: [{ group: 'otherDmard', ongoing: 'no', stop: absent('notKnown') }],
        },
      }),
      answer: 'unknown',
    },
  ],
  EX14: [
    { given: 'negative IGRA, normal X-ray', facts: person(), answer: 'no' },
    { given: 'positive IGRA', facts: person({ tuberculosis: { igra: 'positive' } }), answer: 'yes' },
    { given: 'indeterminate IGRA', facts: person({ tuberculosis: { igra: 'indeterminate' } }), answer: 'unknown' },
    {
      given: 'indeterminate, then negative',
      facts: person({ tuberculosis: { igra: 'indeterminate', igraRepeated: 'negative' } }),
      answer: 'no',
    },
    {
      given: 'indeterminate, then positive',
      facts: person({ tuberculosis: { igra: 'indeterminate', igraRepeated: 'positive' } }),
      answer: 'yes',
    },
    {
      given: 'indeterminate twice',
      facts: person({ tuberculosis: { igra: 'indeterminate', igraRepeated: absent('notKnown') } }),
      answer: 'unknown',
    },
    { given: 'X-ray suggests tuberculosis', facts: person({ chestXray: { result: 'tuberculosis' } }), answer: 'yes' },
    { given: 'X-ray with another finding', facts: person({ chestXray: { result: 'otherFinding' } }), answer: 'no' },
    {
      given: 'latent tuberculosis in the history',
      facts: person({ tuberculosis: { history: 'latent' } }),
      answer: 'yes',
    },
    { given: 'completely treated earlier', facts: person({ tuberculosis: { history: 'treated' } }), answer: 'no' },
    { given: 'no X-ray yet', facts: person({ chestXray: { result: undefined } }), answer: 'unknown' },
  ],
  EX15: [
    { given: 'all markers negative', facts: person(), answer: 'no' },
    { given: 'isolated anti-HBs', facts: person({ hepatitis: { antiHbs: 'positive' } }), answer: 'no' },
    { given: 'HBsAg', facts: person({ hepatitis: { hbsAg: 'positive' } }), answer: 'yes' },
    {
      given: 'anti-HBc and anti-HBs',
      facts: person({ hepatitis: { antiHbc: 'positive', antiHbs: 'positive' } }),
      answer: 'yes',
    },
    { given: 'hepatitis B in the history', facts: person({ hepatitis: { historyB: 'yes' } }), answer: 'yes' },
    { given: 'hepatitis C', facts: person({ hepatitis: { antiHcv: 'positive' } }), answer: 'no' },
    { given: 'anti-HBc missing', facts: person({ hepatitis: { antiHbc: undefined } }), answer: 'unknown' },
  ],
  EX16: [
    { given: 'no vaccine', facts: person(), answer: 'no' },
    { given: 'live, 4 weeks ago to the day', facts: vaccinated('live', '2026-02-16'), answer: 'yes' },
    { given: 'live, a day earlier', facts: vaccinated('live', '2026-02-15'), answer: 'no' },
    { given: 'live, some day last month', facts: vaccinated('live', '2026-02'), answer: 'unknown' },
    { given: 'not live, last week', facts: vaccinated('notLive', '2026-03-10'), answer: 'no' },
    { given: 'live planned on day 98', facts: livePlanned('2026-06-22'), answer: 'yes' },
    { given: 'live planned the day after', facts: livePlanned('2026-06-23'), answer: 'no' },
    {
      given: 'live planned, no date yet',
      facts: person({ vaccinations: { livePlanned: 'yes', livePlannedDate: absent('notKnown') } }),
      answer: 'unknown',
    },
  ],
  EX17: [
    { given: 'none planned', facts: person(), answer: 'no' },
    { given: 'planned on day 154', facts: surgeryPlanned('2026-08-17'), answer: 'yes' },
    { given: 'planned the day after', facts: surgeryPlanned('2026-08-18'), answer: 'no' },
    { given: 'planned some day that month', facts: surgeryPlanned('2026-08'), answer: 'unknown' },
    { given: 'planned some day next year', facts: surgeryPlanned('2027'), answer: 'no' },
    {
      given: 'planned, no date yet',
      facts: person({ medicalHistory: { plannedSurgery: 'yes', plannedSurgeryDate: absent('notKnown') } }),
      answer: 'unknown',
    },
  ],
  EX18: [
    { given: 'both normal', facts: person(), answer: 'no' },
    { given: 'ALAT at the limit', facts: person({ laboratory: { alat: 45 } }), answer: 'no' },
    { given: 'ALAT above the limit', facts: person({ laboratory: { alat: 46 } }), answer: 'yes' },
    {
      given: 'the same ALAT in a man',
      facts: person({ demography: { sex: 'male' }, laboratory: { alat: 46 } }),
      answer: 'no',
    },
    {
      given: 'ALAT within the limit now in force, above the earlier one',
      facts: person({ laboratory: { alat: 43 } }),
      answer: 'no',
    },
    {
      given: 'the same ALAT in a sample of last year',
      facts: person({ laboratory: { alat: 43 } }, { date: '2025-12-30' }),
      answer: 'yes',
    },
    {
      given: 'ASAT of 0.8 µkat/L, limit 0.7',
      facts: person(
        { laboratory: { asat: { value: 0.8, unit: 'ukat/L' }, alat: { value: 0.5, unit: 'ukat/L' } } },
        { laboratory: 'west' },
      ),
      answer: 'yes',
    },
    {
      given: 'ALAT below what the method measures',
      facts: person({ laboratory: { alat: { below: 5 } } }),
      answer: 'no',
    },
    { given: 'a laboratory without limits', facts: person({}, { laboratory: 'withoutLimits' }), answer: 'unknown' },
    { given: 'ASAT missing', facts: person({ laboratory: { asat: absent('notDone') } }), answer: 'unknown' },
    {
      given: 'ASAT missing, ALAT above',
      facts: person({ laboratory: { asat: absent('notDone'), alat: 80 } }),
      answer: 'yes',
    },
  ],
} satisfies StudyCases
