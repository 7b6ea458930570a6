import { defineForm } from '@trialwright/protocol'

export const laboratory = defineForm(
  'laboratory',
  {
    title: { en: 'Haematology and chemistry', nb: 'Hematologi og klinisk kjemi' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'sample',
    laboratory: true,
  },
  {
    haemoglobin: {
      type: 'laboratory',
      unit: 'g/L',
      alsoIn: ['g/dL', 'mmol/L'],
      // Per monomer with one iron atom, as laboratories report haemoglobin in mmol/L.
      molarMass: 16114,
      range: [20, 300],
      plausible: [80, 200],
      question: { en: 'Haemoglobin', nb: 'Hemoglobin' },
    },
    platelets: {
      type: 'laboratory',
      unit: '10*9/L',
      range: [0, 3000],
      plausible: [50, 700],
      question: { en: 'Platelets', nb: 'Trombocytter' },
    },
    leucocytes: {
      type: 'laboratory',
      unit: '10*9/L',
      range: [0, 500],
      plausible: [1, 30],
      question: { en: 'Leucocytes', nb: 'Leukocytter' },
    },
    neutrophils: {
      type: 'laboratory',
      unit: '10*9/L',
      range: [0, 400],
      plausible: [0.5, 25],
      question: { en: 'Neutrophils', nb: 'Nøytrofile granulocytter' },
    },
    asat: {
      type: 'laboratory',
      unit: 'U/L',
      alsoIn: ['ukat/L'],
      range: [0, 20000],
      plausible: [5, 500],
      question: { en: 'ASAT', nb: 'ASAT' },
    },
    alat: {
      type: 'laboratory',
      unit: 'U/L',
      alsoIn: ['ukat/L'],
      range: [0, 20000],
      plausible: [5, 500],
      question: { en: 'ALAT', nb: 'ALAT' },
    },
    creatinine: {
      type: 'laboratory',
      unit: 'umol/L',
      alsoIn: ['mg/dL'],
      molarMass: 113.12,
      range: [5, 3000],
      plausible: [30, 300],
      question: { en: 'Creatinine', nb: 'Kreatinin' },
    },
  },
)
