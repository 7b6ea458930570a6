import type { StudyCases } from '@trialwright/protocol/compile'
import { absent } from '../demo/index.ts'
import { sides } from './checks.ts'

const man = { demography: { sex: 'male' } } as const
const woman = { demography: { sex: 'female' } } as const
const born = { birthDate: '1980-05-04' }

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
    yes: { childbearing: { lastMenses: '2026-03' }, demography: born },
    no: { childbearing: { lastMenses: '1980-05-04' }, demography: born },
    unknown: { childbearing: { lastMenses: absent('notKnown') }, demography: born },
    notApplicable: { childbearing: { lastMenses: absent('notApplicable') }, demography: born },
  }),
  earlyMenopause: sides({
    yes: { childbearing: { absenceOfMenses: 'menopause' }, demography: born },
    no: { childbearing: { absenceOfMenses: 'menopause' }, demography: { birthDate: '1990-05-04' } },
    unknown: { childbearing: { absenceOfMenses: 'menopause' } },
    notApplicable: { childbearing: { absenceOfMenses: 'none' }, demography: { birthDate: '1990-05-04' } },
  }),
  mensesWithoutWomb: sides({
    yes: { childbearing: { sterilisation: 'hysterectomy', absenceOfMenses: 'other' } },
    no: { childbearing: { sterilisation: 'hysterectomy', absenceOfMenses: 'none' } },
    unknown: { childbearing: { sterilisation: 'hysterectomy' } },
    notApplicable: { childbearing: { sterilisation: 'salpingectomy', absenceOfMenses: 'none' } },
  }),
  proofOfNothing: sides({
    yes: { childbearing: { sterilisation: 'none', sterilisationProof: 'none' } },
    no: { childbearing: { sterilisation: 'none', sterilisationProof: 'examination' } },
    unknown: { childbearing: { sterilisation: 'none' } },
    notApplicable: { childbearing: { sterilisation: 'hysterectomy', sterilisationProof: 'examination' } },
  }),
}
