import { allOf, defineForm, not, today } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { demography } from './demography.ts'

export const childbearing = defineForm(
  'childbearing',
  { title: { en: 'Childbearing', nb: 'Fruktbarhet' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    menarche: {
      type: 'yesNo',
      question: { en: 'Has had her first menstruation', nb: 'Har hatt sin første menstruasjon' },
    },
    lastMenses: {
      type: 'date',
      partial: true,
      question: { en: 'Last menstruation', nb: 'Siste menstruasjon' },
    },
    absenceOfMenses: {
      type: 'coded',
      codes: {
        none: { en: 'Menstruates', nb: 'Menstruerer' },
        menopause: { en: 'Menopause', nb: 'Overgangsalder' },
        contraception: { en: 'Contraception', nb: 'Prevensjon' },
        other: { en: 'Pregnancy, breast-feeding or another cause', nb: 'Graviditet, amming eller annen årsak' },
      },
      question: { en: 'Why menstruation is absent', nb: 'Hvorfor menstruasjon er uteblitt' },
    },
    sterilisation: {
      type: 'coded',
      codes: {
        none: { en: 'None', nb: 'Ingen' },
        hysterectomy: { en: 'Womb removed', nb: 'Livmoren fjernet' },
        salpingectomy: { en: 'Both tubes removed', nb: 'Begge eggledere fjernet' },
        oophorectomy: { en: 'Both ovaries removed', nb: 'Begge eggstokker fjernet' },
      },
      question: { en: 'Permanent sterilisation', nb: 'Varig sterilisering' },
    },
    sterilisationProof: {
      type: 'coded',
      codes: {
        none: { en: 'None', nb: 'Ingen' },
        operationReport: { en: 'Operation report', nb: 'Operasjonsbeskrivelse' },
        examination: { en: 'Physical examination', nb: 'Klinisk undersøkelse' },
      },
      question: { en: 'How it is documented', nb: 'Hvordan det er dokumentert' },
    },
  },
)

const postMenopausal = allOf(
  childbearing.absenceOfMenses.is('menopause'),
  childbearing.lastMenses.isBefore(today.earlier(assumed.postMenopausalAfter)),
)

const permanentlySterile = allOf(
  childbearing.sterilisation.is('hysterectomy', 'salpingectomy', 'oophorectomy'),
  childbearing.sterilisationProof.is('operationReport', 'examination'),
)

export const isFemale = demography.sex.is('female')

/** A woman who can become pregnant: after menarche, until post-menopausal, unless permanently sterile with proof. */
export const childbearingPotential = allOf(
  isFemale,
  childbearing.menarche.isYes(),
  not(postMenopausal),
  not(permanentlySterile),
)
