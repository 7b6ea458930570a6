import { defineForm } from '@trialwright/protocol'

export const mriSafety = defineForm(
  'mriSafety',
  { title: { en: 'MRI safety', nb: 'MR-sikkerhet' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    pacemaker: {
      type: 'yesNo',
      question: { en: 'Pacemaker or other active implant', nb: 'Pacemaker eller annet aktivt implantat' },
      selfCheck: {
        en: 'Do you have a pacemaker or another electronic implant?',
        nb: 'Har du pacemaker eller et annet elektronisk implantat?',
      },
    },
    metal: {
      type: 'coded',
      codes: {
        none: { en: 'None', nb: 'Ingen' },
        cleared: { en: 'Yes, cleared by the MRI unit', nb: 'Ja, godkjent av MR-enheten' },
        notCleared: { en: 'Yes, not safe for MRI', nb: 'Ja, ikke trygt i MR' },
      },
      question: { en: 'Metal implant or splinter', nb: 'Metallimplantat eller -splint' },
      selfCheck: {
        en: 'Do you have metal in your body? Leave this open if you do not know whether it is safe for MRI.',
        nb: 'Har du metall i kroppen? La spørsmålet stå åpent om du ikke vet om det er trygt i MR.',
      },
    },
    claustrophobia: {
      type: 'coded',
      codes: {
        none: { en: 'No', nb: 'Nei' },
        manageable: { en: 'Yes, can go through MRI with help', nb: 'Ja, kan gjennomføre MR med hjelp' },
        prevents: { en: 'Yes, cannot go through MRI', nb: 'Ja, kan ikke gjennomføre MR' },
      },
      question: { en: 'Claustrophobia', nb: 'Klaustrofobi' },
      selfCheck: {
        en: 'Are you afraid of narrow rooms, such as an MRI tunnel?',
        nb: 'Er du redd for trange rom, som en MR-tunnel?',
      },
    },
  },
)
