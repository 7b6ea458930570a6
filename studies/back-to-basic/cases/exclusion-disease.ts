import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, person } from '../demo/index.ts'

const history = (medicalHistory: NonNullable<Parameters<typeof person>[0]>['medicalHistory']) =>
  person({ medicalHistory })
const blood = (laboratory: NonNullable<Parameters<typeof person>[0]>['laboratory']) => person({ laboratory })
const withoutLimits = person({}, { laboratory: 'withoutLimits' })

export const exclusionOfDiseaseCases = {
  EX19: [
    { given: 'never', facts: person(), answer: 'no' },
    { given: 'once', facts: history({ malignancy: 'yes' }), answer: 'yes' },
    { given: 'not asked', facts: history({ malignancy: undefined }), answer: 'unknown' },
  ],
  EX20: [
    { given: 'judged not to be so', facts: person(), answer: 'no' },
    { given: 'judged to be so', facts: person({ investigatorJudgement: { cancerRisk: 'yes' } }), answer: 'yes' },
    { given: 'not judged yet', facts: person({ investigatorJudgement: { cancerRisk: undefined } }), answer: 'unknown' },
  ],
  EX21: [
    { given: 'none', facts: person(), answer: 'no' },
    { given: 'diabetes', facts: history({ diabetes: 'yes' }), answer: 'yes' },
    { given: 'not known', facts: history({ diabetes: absent('notKnown') }), answer: 'unknown' },
  ],
  EX22: [
    { given: 'none', facts: person(), answer: 'no' },
    { given: 'spleen removed', facts: history({ immunodeficiency: 'splenectomy' }), answer: 'yes' },
    { given: 'HIV', facts: history({ immunodeficiency: 'hiv' }), answer: 'yes' },
    { given: 'not asked', facts: history({ immunodeficiency: undefined }), answer: 'unknown' },
  ],
  EX23: [
    { given: 'none', facts: person(), answer: 'no' },
    { given: 'NYHA II', facts: history({ heartFailure: 'II' }), answer: 'no' },
    { given: 'NYHA III', facts: history({ heartFailure: 'III' }), answer: 'yes' },
    { given: 'not asked', facts: history({ heartFailure: undefined }), answer: 'unknown' },
  ],
  EX24: [
    { given: 'never', facts: person(), answer: 'no' },
    { given: 'psoriasis', facts: history({ psoriasis: 'yes' }), answer: 'yes' },
    { given: 'not asked', facts: history({ psoriasis: undefined }), answer: 'unknown' },
  ],
  EX25: [
    { given: 'none', facts: person(), answer: 'no' },
    { given: 'Crohn', facts: history({ bowelDisease: 'crohn' }), answer: 'yes' },
    { given: 'not asked', facts: history({ bowelDisease: undefined }), answer: 'unknown' },
  ],
  EX26: [
    { given: 'never', facts: person(), answer: 'no' },
    { given: 'multiple sclerosis', facts: history({ demyelination: 'multipleSclerosis' }), answer: 'yes' },
    { given: 'not asked', facts: history({ demyelination: undefined }), answer: 'unknown' },
  ],
  EX27: [
    { given: 'all normal', facts: person(), answer: 'no' },
    { given: 'haemoglobin at the lower limit', facts: blood({ haemoglobin: 117 }), answer: 'no' },
    { given: 'haemoglobin below it', facts: blood({ haemoglobin: 116 }), answer: 'yes' },
    {
      given: 'haemoglobin below it, in g/dL',
      facts: blood({ haemoglobin: { value: 11.6, unit: 'g/dL' } }),
      answer: 'yes',
    },
    {
      given: 'haemoglobin of a woman’s range in a man',
      facts: person({ demography: { sex: 'male' }, laboratory: { haemoglobin: 125 } }),
      answer: 'yes',
    },
    { given: 'platelets above the range', facts: blood({ platelets: 388 }), answer: 'yes' },
    { given: 'neutrophils below the range', facts: blood({ neutrophils: 1.4 }), answer: 'yes' },
    { given: 'leucocytes missing', facts: blood({ leucocytes: absent('notDone') }), answer: 'unknown' },
    { given: 'a laboratory without limits', facts: withoutLimits, answer: 'unknown' },
    { given: 'a birth date missing', facts: person({ demography: { birthDate: undefined } }), answer: 'unknown' },
  ],
  EX28: [
    { given: 'both understood', facts: person(), answer: 'no' },
    { given: 'not written', facts: person({ demography: { understandsWritten: 'no' } }), answer: 'yes' },
    { given: 'not spoken', facts: person({ demography: { understandsSpoken: 'no' } }), answer: 'yes' },
    { given: 'not asked', facts: person({ demography: { understandsSpoken: undefined } }), answer: 'unknown' },
  ],
  EX29: [
    { given: 'judged able', facts: person(), answer: 'no' },
    { given: 'judged unable', facts: person({ investigatorJudgement: { cannotComplete: 'yes' } }), answer: 'yes' },
    {
      given: 'not judged yet',
      facts: person({ investigatorJudgement: { cannotComplete: undefined } }),
      answer: 'unknown',
    },
  ],
  EX30: [
    { given: 'nothing in the way', facts: person(), answer: 'no' },
    { given: 'a pacemaker', facts: person({ mriSafety: { pacemaker: 'yes' } }), answer: 'yes' },
    { given: 'metal that was cleared', facts: person({ mriSafety: { metal: 'cleared' } }), answer: 'no' },
    { given: 'metal that is not safe', facts: person({ mriSafety: { metal: 'notCleared' } }), answer: 'yes' },
    {
      given: 'manageable claustrophobia',
      facts: person({ mriSafety: { claustrophobia: 'manageable' } }),
      answer: 'no',
    },
    {
      given: 'claustrophobia that prevents MRI',
      facts: person({ mriSafety: { claustrophobia: 'prevents' } }),
      answer: 'yes',
    },
    { given: 'metal not settled', facts: person({ mriSafety: { metal: absent('notKnown') } }), answer: 'unknown' },
  ],
  EX31: [
    { given: 'normal', facts: person(), answer: 'no' },
    { given: 'at the upper limit', facts: blood({ creatinine: 90 }), answer: 'no' },
    { given: 'above it', facts: blood({ creatinine: 91 }), answer: 'yes' },
    { given: 'low', facts: blood({ creatinine: 30 }), answer: 'no' },
    { given: '1.01 mg/dL, 89.3 µmol/L', facts: blood({ creatinine: { value: 1.01, unit: 'mg/dL' } }), answer: 'no' },
    { given: '1.03 mg/dL, 91.1 µmol/L', facts: blood({ creatinine: { value: 1.03, unit: 'mg/dL' } }), answer: 'yes' },
    { given: 'a laboratory without limits', facts: withoutLimits, answer: 'unknown' },
    { given: 'not taken', facts: blood({ creatinine: undefined }), answer: 'unknown' },
  ],
} satisfies StudyCases
