import { defineForm } from '@trialwright/protocol'

const sides = {
  none: { en: 'Neither side', nb: 'Ingen side' },
  left: { en: 'Left', nb: 'Venstre' },
  right: { en: 'Right', nb: 'Høyre' },
  both: { en: 'Both sides', nb: 'Begge sider' },
} as const

export const painExamination = defineForm(
  'painExamination',
  {
    title: { en: 'Pain and neurological examination', nb: 'Smerte- og nevrologisk undersøkelse' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'examination',
  },
  {
    springing: {
      type: 'yesNo',
      question: { en: 'Springing test of the low back is painful', nb: 'Smerte ved fjæringstest av korsryggen' },
    },
    flexionPain: { type: 'yesNo', question: { en: 'Pain on active flexion', nb: 'Smerte ved aktiv fleksjon' } },
    extensionPain: { type: 'yesNo', question: { en: 'Pain on active extension', nb: 'Smerte ved aktiv ekstensjon' } },
    straightLegRaise: {
      type: 'coded',
      codes: sides,
      question: { en: 'Straight-leg raise gives leg pain', nb: 'Strak benheving gir bensmerte' },
    },
    reverseLegRaise: {
      type: 'coded',
      codes: sides,
      question: { en: 'Reverse straight-leg raise gives thigh pain', nb: 'Omvendt strak benheving gir lårsmerte' },
    },
    weakness: { type: 'coded', codes: sides, question: { en: 'Reduced strength', nb: 'Redusert kraft' } },
    sensibility: { type: 'coded', codes: sides, question: { en: 'Reduced sensibility', nb: 'Redusert sensibilitet' } },
    reflexes: { type: 'coded', codes: sides, question: { en: 'Weakened reflexes', nb: 'Svekkede reflekser' } },
    walksOnToesAndHeels: {
      type: 'yesNo',
      question: { en: 'Walks on toes and heels', nb: 'Går på tær og hæler' },
    },
    findings: { type: 'text', optional: true, question: { en: 'Other findings', nb: 'Andre funn' } },
  },
)
