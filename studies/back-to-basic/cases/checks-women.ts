import type { StudyCases } from '@trialwright/protocol/compile'
import { absent } from '../demo/index.ts'
import { across, asked, sides } from './checks.ts'

const man = { demography: { sex: 'male' } } as const
const woman = { demography: { sex: 'female' } } as const
const born = { birthDate: '1980-05-04' }

const menopausal = (
  given: string,
  birthDate: string,
  lastMenses: string | undefined,
  answer: 'yes' | 'no' | 'unknown',
) => asked(given, { childbearing: { absenceOfMenses: 'menopause', lastMenses }, demography: { birthDate } }, answer)

export const womenCheckCases: StudyCases = {
  pregnantMan: sides({
    elsewhere: 'no',
    yes: { ...man, contraception: { pregnant: 'no' } },
    no: { ...man, contraception: { pregnant: 'yes' } },
    unknown: man,
    notApplicable: { ...woman, contraception: { pregnant: 'yes' } },
  }),
  positiveManTest: sides({
    elsewhere: 'no',
    yes: { ...man, pregnancyTest: { hcg: 'negative' } },
    no: { ...man, pregnancyTest: { hcg: 'positive' } },
    unknown: man,
    notApplicable: { ...woman, pregnancyTest: { hcg: 'positive' } },
  }),
  positiveTestPregnant: sides({
    yes: { pregnancyTest: { hcg: 'positive' }, contraception: { pregnant: 'yes' } },
    no: { pregnancyTest: { hcg: 'positive' }, contraception: { pregnant: 'no' } },
    unknown: { pregnancyTest: { hcg: 'positive' } },
    notApplicable: { pregnancyTest: { hcg: 'negative' } },
  }),
  mensesAfterBirth: sides({
    lasting: ['birthDate'],
    yes: { childbearing: { lastMenses: '2026-03' }, demography: born },
    no: { childbearing: { lastMenses: '1980-05-04' }, demography: born },
    unknown: { childbearing: { lastMenses: absent('notKnown') }, demography: born },
    notApplicable: { childbearing: { lastMenses: absent('notApplicable') }, demography: born },
  }),
  earlyMenopause: [
    ...sides({
      lasting: ['birthDate'],
      yes: { childbearing: { absenceOfMenses: 'menopause', lastMenses: '2022' }, demography: born },
      no: { childbearing: { absenceOfMenses: 'menopause' }, demography: { birthDate: '1990-05-04' } },
      unknown: { childbearing: { absenceOfMenses: 'menopause' } },
      notApplicable: { childbearing: { absenceOfMenses: 'none' }, demography: { birthDate: '1990-05-04' } },
    }),
    menopausal('40 years today', '1986-03-16', '2026-03-16', 'yes'),
    menopausal('40 years tomorrow, last menstruation not known', '1986-03-17', undefined, 'no'),
    menopausal('40 years today, last menstruation not known', '1986-03-16', undefined, 'unknown'),
    menopausal('46 years, last menstruation at 40', '1980-02-01', '2020-02-01', 'yes'),
    menopausal('46 years, last menstruation the day before 40', '1980-02-01', '2020-01-31', 'no'),
    menopausal('46 years, last menstruation in the year of 40', '1980-02-01', '2020', 'unknown'),
    asked(
      '40 years after consent, by the day asked about',
      {
        childbearing: { absenceOfMenses: 'menopause', lastMenses: '2026-04-12' },
        demography: { birthDate: '1986-04-10' },
      },
      'yes',
      { today: '2026-04-16' },
    ),
    across(
      'the last menstruation told at screening only',
      { childbearing: { lastMenses: '2010' }, demography: born },
      { childbearing: { absenceOfMenses: 'menopause' } },
      'unknown',
    ),
    across(
      'the birth date told at screening, an early last menstruation later',
      { demography: born },
      { childbearing: { absenceOfMenses: 'menopause', lastMenses: '2010' } },
      'no',
    ),
    ...(['contraception', 'other'] as const).map((absenceOfMenses) =>
      asked(
        `no menopause but ${absenceOfMenses}`,
        { childbearing: { absenceOfMenses, lastMenses: '2026-01' }, demography: { birthDate: '1990-05-04' } },
        'notApplicable',
      ),
    ),
  ],
  mensesWithoutWomb: [
    ...sides({
      yes: { childbearing: { sterilisation: 'hysterectomy', absenceOfMenses: 'other' } },
      no: { childbearing: { sterilisation: 'hysterectomy', absenceOfMenses: 'none' } },
      unknown: { childbearing: { sterilisation: 'hysterectomy' } },
      notApplicable: { childbearing: { sterilisation: 'salpingectomy', absenceOfMenses: 'none' } },
    }),
    ...(['menopause', 'contraception', 'other'] as const).map((absenceOfMenses) =>
      asked(
        `does not menstruate: ${absenceOfMenses}`,
        { childbearing: { sterilisation: 'hysterectomy', absenceOfMenses } },
        'yes',
      ),
    ),
    asked(
      'menstruates without ovaries',
      { childbearing: { sterilisation: 'oophorectomy', absenceOfMenses: 'none' } },
      'no',
    ),
    asked(
      'menstruates, nothing removed',
      { childbearing: { sterilisation: 'none', absenceOfMenses: 'none' } },
      'notApplicable',
    ),
  ],
  proofOfNothing: [
    ...sides({
      yes: { childbearing: { sterilisation: 'none', sterilisationProof: 'none' } },
      no: { childbearing: { sterilisation: 'none', sterilisationProof: 'examination' } },
      unknown: { childbearing: { sterilisation: 'none' } },
      notApplicable: { childbearing: { sterilisation: 'hysterectomy', sterilisationProof: 'examination' } },
    }),
    asked(
      'an operation report of no sterilisation',
      { childbearing: { sterilisation: 'none', sterilisationProof: 'operationReport' } },
      'no',
    ),
    ...(['salpingectomy', 'oophorectomy'] as const).map((sterilisation) =>
      asked(
        `documented: ${sterilisation}`,
        { childbearing: { sterilisation, sterilisationProof: 'operationReport' } },
        'notApplicable',
      ),
    ),
  ],
}
