import { defineForm } from '@trialwright/protocol'

export const vaccinations = defineForm(
  'vaccinations',
  { title: { en: 'Vaccinations', nb: 'Vaksiner' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    recent: {
      type: 'yesNo',
      question: { en: 'Vaccinated in the last three months', nb: 'Vaksinert de siste tre månedene' },
      selfCheck: {
        en: 'Have you had any vaccine in the last three months?',
        nb: 'Har du fått noen vaksine de siste tre månedene?',
      },
    },
    list: {
      type: 'repeat',
      optional: true,
      question: { en: 'Vaccines', nb: 'Vaksiner' },
      of: {
        name: { type: 'text', length: 100, question: { en: 'Vaccine', nb: 'Vaksine' } },
        kind: {
          type: 'coded',
          codes: {
            live: { en: 'Live', nb: 'Levende' },
            notLive: { en: 'Not live', nb: 'Ikke levende' },
          },
          question: { en: 'Kind', nb: 'Type' },
        },
        date: { type: 'date', partial: true, question: { en: 'Date', nb: 'Dato' } },
      },
    },
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
