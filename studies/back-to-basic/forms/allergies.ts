import { defineForm } from '@trialwright/protocol'

export const allergies = defineForm(
  'allergies',
  { title: { en: 'Allergies', nb: 'Allergier' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    any: {
      type: 'yesNo',
      question: { en: 'Allergic or hypersensitive to anything', nb: 'Allergisk eller overfølsom for noe' },
      selfCheck: {
        en: 'Are you allergic to any medicine, or to mice?',
        nb: 'Er du allergisk mot noe legemiddel, eller mot mus?',
      },
    },
    substances: {
      type: 'repeat',
      optional: true,
      question: { en: 'Substances', nb: 'Stoffer' },
      of: {
        substance: {
          type: 'coded',
          codes: {
            infliximab: { en: 'Infliximab', nb: 'Infliksimab' },
            murineProtein: { en: 'Mouse protein', nb: 'Museprotein' },
            excipient: {
              en: 'Another component of the study medication',
              nb: 'Et annet innholdsstoff i studiemedisinen',
            },
            otherMedicine: { en: 'Another medicine', nb: 'Et annet legemiddel' },
            other: { en: 'Something else', nb: 'Noe annet' },
          },
          question: { en: 'Substance', nb: 'Stoff' },
        },
        reaction: { type: 'text', length: 200, optional: true, question: { en: 'Reaction', nb: 'Reaksjon' } },
      },
    },
  },
)
