import { defineForm } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'

/** Apart from the other chemistry, for its class: it falls under treatment and can tell the arm. */
export const crp = defineForm(
  'crp',
  {
    title: { en: 'C-reactive protein', nb: 'C-reaktivt protein' },
    blinding: assumed.crpBlinding,
    filledBy: 'site',
    burden: 'sample',
    laboratory: true,
  },
  {
    crp: {
      type: 'laboratory',
      unit: 'mg/L',
      range: [0, 1000],
      plausible: [0, 200],
      question: { en: 'CRP', nb: 'CRP' },
    },
  },
)
