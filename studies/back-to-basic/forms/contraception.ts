import { defineForm } from '@trialwright/protocol'
import { childbearingPotential, isFemale } from './childbearing.ts'

/** Asked of every woman, again at each visit. */
export const contraception = defineForm(
  'contraception',
  {
    title: { en: 'Pregnancy, breast-feeding and contraception', nb: 'Graviditet, amming og prevensjon' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
  },
  {
    pregnant: {
      type: 'yesNo',
      appliesTo: isFemale,
      question: { en: 'Is pregnant', nb: 'Er gravid' },
      selfCheck: { en: 'Are you pregnant?', nb: 'Er du gravid?' },
    },
    breastfeeding: {
      type: 'yesNo',
      appliesTo: isFemale,
      question: { en: 'Breast-feeds', nb: 'Ammer' },
      selfCheck: { en: 'Do you breast-feed?', nb: 'Ammer du?' },
    },
    method: {
      type: 'coded',
      appliesTo: childbearingPotential,
      codes: {
        oral: { en: 'Hormonal tablets', nb: 'Hormontabletter' },
        injected: { en: 'Hormonal injection', nb: 'Hormonsprøyte' },
        implanted: { en: 'Hormonal implant', nb: 'Hormonimplantat' },
        intrauterine: { en: 'Intrauterine device or system', nb: 'Kobber- eller hormonspiral' },
        vasectomisedPartner: { en: 'Vasectomised partner', nb: 'Sterilisert mannlig partner' },
        abstinence: { en: 'Sexual abstinence', nb: 'Seksuell avholdenhet' },
        other: { en: 'Another method', nb: 'Annen metode' },
        none: { en: 'None', nb: 'Ingen' },
      },
      question: { en: 'Contraception', nb: 'Prevensjon' },
    },
    agrees: {
      type: 'yesNo',
      appliesTo: childbearingPotential,
      question: {
        en: 'Will use it throughout treatment and for 6 months after the last infusion',
        nb: 'Vil bruke den gjennom behandlingen og i 6 måneder etter siste infusjon',
      },
      label: { en: 'Will use contraception until 6 months after', nb: 'Vil bruke prevensjon til 6 måneder etter' },
    },
  },
)
