import { defineForm } from '@trialwright/protocol'

export const vaccinations = defineForm(
  'vaccinations',
  {
    title: { en: 'Planned vaccination', nb: 'Planlagt vaksine' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
  },
  {
    livePlanned: {
      type: 'yesNo',
      question: { en: 'Live vaccine is planned', nb: 'Levende vaksine er planlagt' },
      selfCheck: {
        en: 'Do you plan a live vaccine, for example against yellow fever, in the coming months?',
        nb: 'Planlegger du en levende vaksine, for eksempel mot gulfeber, de nærmeste månedene?',
      },
    },
    livePlannedDate: {
      type: 'date',
      partial: true,
      future: true,
      optional: true,
      question: { en: 'When it is planned', nb: 'Når den er planlagt' },
      help: { en: 'No date yet: record as not known.', nb: 'Ingen dato ennå: registrer som ikke kjent.' },
    },
  },
)
