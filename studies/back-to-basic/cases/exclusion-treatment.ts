import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, person, unfinished } from '../demo/index.ts'

type Operation = { kind: 'discHerniation' | 'decompression' | 'fusion' | 'discProsthesis' | 'other'; date: string }
const operated = (operation: Operation, level: 'Th12L1' | 'L4L5' = 'L4L5', today = '2026-03-16') =>
  person({ backSurgery: { operations: [{ ...operation, level }] } }, { today })
const discSurgery = (date: string, today?: string) => operated({ kind: 'discHerniation', date }, 'L4L5', today)

const treated = (row: {
  group: 'infliximab' | 'antibody' | 'cytostatic' | 'otherDmard' | 'glucocorticoid'
  seriousAdverseEvent?: 'yes' | 'no'
}) =>
  person({
    immunosuppression: {
      ever: 'yes',
      treatments: [{ name: 'x', ongoing: 'no', stop: '2015', seriousAdverseEvent: 'no', ...row }],
    },
  })

const man = { demography: { sex: 'male' } } as const
const postMenopausal = {
  menarche: 'yes',
  lastMenses: '2022',
  absenceOfMenses: 'menopause',
  sterilisation: 'none',
} as const
const notNeeded = { method: absent('notApplicable'), agrees: absent('notApplicable') }

export const exclusionOfTreatmentCases = {
  EX01: [
    { given: 'well', facts: person(), answer: 'no' },
    { given: '37.9 °C', facts: person({ vitals: { temperature: 37.9 } }), answer: 'no' },
    { given: '38.0 °C', facts: person({ vitals: { temperature: 38 } }), answer: 'yes' },
    { given: 'an infection without fever', facts: person({ safetyEvaluation: { infection: 'yes' } }), answer: 'yes' },
    {
      given: 'an infection, temperature not taken',
      facts: person({ safetyEvaluation: { infection: 'yes' }, vitals: { temperature: absent('notDone') } }),
      answer: 'yes',
    },
    {
      given: 'temperature not taken',
      facts: person({ vitals: { temperature: absent('notDone') } }),
      answer: 'unknown',
    },
  ],
  EX02: [
    { given: 'no allergy', facts: person(), answer: 'no' },
    {
      given: 'allergic to another medicine',
      facts: person({ allergies: { any: 'yes', substances: [{ substance: 'otherMedicine', reaction: 'rash' }] } }),
      answer: 'no',
    },
    {
      given: 'allergic to mouse protein',
      facts: person({ allergies: { any: 'yes', substances: [{ substance: 'murineProtein' }] } }),
      answer: 'yes',
    },
    {
      given: 'a list of allergies that is not finished',
      facts: person({ allergies: { any: 'yes', substances: unfinished({ substance: 'other' as const }) } }),
      answer: 'unknown',
    },
    { given: 'not asked', facts: person({ allergies: { any: undefined } }), answer: 'unknown' },
  ],
  EX03: [
    { given: 'never immunosuppressed', facts: person(), answer: 'no' },
    { given: 'infliximab years ago', facts: treated({ group: 'infliximab' }), answer: 'yes' },
    { given: 'another antibody years ago', facts: treated({ group: 'antibody' }), answer: 'no' },
    { given: 'treated, not yet with what', facts: person({ immunosuppression: { ever: 'yes' } }), answer: 'unknown' },
  ],
  EX04: [
    { given: 'never immunosuppressed', facts: person(), answer: 'no' },
    {
      given: 'serious adverse event on a cytostatic',
      facts: treated({ group: 'cytostatic', seriousAdverseEvent: 'yes' }),
      answer: 'yes',
    },
    { given: 'a cytostatic without such an event', facts: treated({ group: 'cytostatic' }), answer: 'no' },
    {
      given: 'serious adverse event on a glucocorticoid',
      facts: treated({ group: 'glucocorticoid', seriousAdverseEvent: 'yes' }),
      answer: 'no',
    },
    {
      given: 'a cytostatic, events not known',
      facts: person({
        immunosuppression: {
          ever: 'yes',
          treatments: [{ group: 'cytostatic', ongoing: 'no', stop: '2010', seriousAdverseEvent: absent('notKnown') }],
        },
      }),
      answer: 'unknown',
    },
  ],
  EX05: [
    { given: 'judged not to be so', facts: person(), answer: 'no' },
    { given: 'judged to be so', facts: person({ investigatorJudgement: { specificDiagnosis: 'yes' } }), answer: 'yes' },
    {
      given: 'not judged yet',
      facts: person({ investigatorJudgement: { specificDiagnosis: undefined } }),
      answer: 'unknown',
    },
  ],
  EX06: [
    { given: 'never operated', facts: person(), answer: 'no' },
    { given: 'fusion at L4–L5', facts: operated({ kind: 'fusion', date: '2012' }), answer: 'yes' },
    { given: 'fusion at Th12–L1', facts: operated({ kind: 'fusion', date: '2012' }, 'Th12L1'), answer: 'no' },
    { given: 'disc herniation at L4–L5', facts: discSurgery('2012'), answer: 'no' },
    { given: 'operated, not yet how', facts: person({ backSurgery: { operations: undefined } }), answer: 'unknown' },
    {
      given: 'fusion, the level not known',
      facts: person({
        backSurgery: { operations: [{ kind: 'fusion', date: '2012', level: absent('notKnown') }] },
      }),
      answer: 'unknown',
    },
  ],
  EX07: [
    { given: 'never operated', facts: person(), answer: 'no' },
    { given: '12 months ago to the day', facts: discSurgery('2025-03-16'), answer: 'yes' },
    { given: 'the day before that', facts: discSurgery('2025-03-15'), answer: 'no' },
    { given: 'some day of that month', facts: discSurgery('2025-03'), answer: 'unknown' },
    { given: 'some day of the month before', facts: discSurgery('2025-02'), answer: 'no' },
    { given: 'some day of the month after', facts: discSurgery('2025-04'), answer: 'yes' },
    { given: 'some day of last year', facts: discSurgery('2025'), answer: 'unknown' },
    { given: 'some day of the year before', facts: discSurgery('2024'), answer: 'no' },
    { given: 'decompression last month', facts: operated({ kind: 'decompression', date: '2026-02' }), answer: 'yes' },
    { given: 'fusion last month', facts: operated({ kind: 'fusion', date: '2026-02' }), answer: 'no' },
    { given: 'a year ago by day 0, less at screening', facts: discSurgery('2025-03-20', '2026-03-25'), answer: 'no' },
    {
      given: 'a date nobody knows',
      facts: person({
        backSurgery: {
          operations: [{ kind: 'discHerniation', level: 'L5S1', date: absent('notKnown') }],
        },
      }),
      answer: 'unknown',
    },
  ],
  EX08: [
    { given: 'none', facts: person(), answer: 'no' },
    { given: 'known', facts: person({ medicalHistory: { rheumaticDisease: 'yes' } }), answer: 'yes' },
    {
      given: 'not known',
      facts: person({ medicalHistory: { rheumaticDisease: absent('notKnown') } }),
      answer: 'unknown',
    },
  ],
  EX09: [
    { given: 'a woman, tested', facts: person(), answer: 'no' },
    { given: 'a man', facts: person(man), answer: 'notApplicable' },
    { given: 'a man, nothing else recorded', facts: person(man, { alone: true }), answer: 'notApplicable' },
    { given: 'a positive test', facts: person({ pregnancyTest: { hcg: 'positive' } }), answer: 'yes' },
    { given: 'breast-feeding', facts: person({ contraception: { breastfeeding: 'yes' } }), answer: 'yes' },
    {
      given: 'pregnant, not tested',
      facts: person({ contraception: { pregnant: 'yes' }, pregnancyTest: { hcg: undefined } }),
      answer: 'yes',
    },
    { given: 'not tested yet', facts: person({ pregnancyTest: { hcg: undefined } }), answer: 'unknown' },
    {
      given: 'post-menopausal, not tested',
      facts: person({ childbearing: postMenopausal, contraception: notNeeded, pregnancyTest: { hcg: undefined } }),
      answer: 'no',
    },
    { given: 'sex not recorded', facts: person({ demography: { sex: undefined } }), answer: 'unknown' },
  ],
  EX10: [
    { given: 'an intrauterine device', facts: person(), answer: 'no' },
    { given: 'a man', facts: person(man), answer: 'notApplicable' },
    {
      given: 'post-menopausal',
      facts: person({ childbearing: postMenopausal, contraception: notNeeded }),
      answer: 'notApplicable',
    },
    {
      given: 'last menses 12 months ago to the day, no contraception',
      facts: person({
        childbearing: { ...postMenopausal, lastMenses: '2025-03-16' },
        contraception: { method: 'none', agrees: 'no' },
      }),
      answer: 'yes',
    },
    {
      given: 'last menses some day 12 months ago, no contraception',
      facts: person({
        childbearing: { ...postMenopausal, lastMenses: '2025-03' },
        contraception: { method: 'none', agrees: 'no' },
      }),
      answer: 'unknown',
    },
    {
      given: 'no menses for years, from contraception',
      facts: person({ childbearing: { lastMenses: '2022', absenceOfMenses: 'contraception' } }),
      answer: 'no',
    },
    {
      given: 'both tubes removed, by operation report',
      facts: person({
        childbearing: { sterilisation: 'salpingectomy', sterilisationProof: 'operationReport' },
        contraception: notNeeded,
      }),
      answer: 'notApplicable',
    },
    {
      given: 'both tubes removed, without proof, no contraception',
      facts: person({
        childbearing: { sterilisation: 'salpingectomy', sterilisationProof: 'none' },
        contraception: { method: 'none', agrees: 'no' },
      }),
      answer: 'yes',
    },
    { given: 'before menarche', facts: person({ childbearing: { menarche: 'no' } }), answer: 'notApplicable' },
    { given: 'another method', facts: person({ contraception: { method: 'other' } }), answer: 'yes' },
    { given: 'abstinence', facts: person({ contraception: { method: 'abstinence' } }), answer: 'no' },
    { given: 'will not go on for 6 months', facts: person({ contraception: { agrees: 'no' } }), answer: 'yes' },
    {
      given: 'breast-feeding with contraception',
      facts: person({ contraception: { breastfeeding: 'yes' } }),
      answer: 'yes',
    },
    { given: 'method not asked', facts: person({ contraception: { method: undefined } }), answer: 'unknown' },
    { given: 'sex not recorded', facts: person({ demography: { sex: undefined } }), answer: 'unknown' },
  ],
} satisfies StudyCases
