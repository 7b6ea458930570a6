import { allOf, defineChecks, today, type DateHandle } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { childbearing } from '../forms/childbearing.ts'
import { contraception } from '../forms/contraception.ts'
import { demography } from '../forms/demography.ts'
import { pregnancyTest } from '../forms/pregnancyTest.ts'

const isMan = demography.sex.is('male')
const absence = childbearing.absenceOfMenses.atThisVisit()
const sterilisation = childbearing.sterilisation.atThisVisit()
const lastMenses = childbearing.lastMenses.atThisVisit()

const oldEnoughOn = (day: DateHandle) => demography.birthDate.ageOn(day).atLeast(assumed.checkMenopause)

export const womenChecks = defineChecks({
  pregnantMan: {
    text: {
      en: 'Pregnancy is told of a man. Is the sex right?',
      nb: 'Graviditet er oppgitt for en mann. Er kjønnet riktig?',
    },
    appliesTo: isMan,
    expects: contraception.pregnant.isNo(),
    about: [contraception.pregnant, demography.sex],
    strictness: 'soft',
  },
  positiveManTest: {
    text: {
      en: 'A positive pregnancy test is recorded of a man. Is the sex right?',
      nb: 'En positiv graviditetstest er registrert for en mann. Er kjønnet riktig?',
    },
    appliesTo: isMan,
    expects: pregnancyTest.hcg.is('negative'),
    about: [pregnancyTest.hcg, demography.sex],
    strictness: 'soft',
  },
  positiveTestPregnant: {
    text: {
      en: 'The pregnancy test is positive, but she is said not to be pregnant. Which is right?',
      nb: 'Graviditetstesten er positiv, men hun er oppgitt som ikke gravid. Hva er riktig?',
    },
    appliesTo: pregnancyTest.hcg.atThisVisit().is('positive'),
    expects: contraception.pregnant.atThisVisit().isYes(),
    about: [contraception.pregnant.atThisVisit(), pregnancyTest.hcg.atThisVisit()],
    strictness: 'soft',
  },
  mensesAfterBirth: {
    text: { en: 'The last menstruation is dated before birth.', nb: 'Siste menstruasjon er datert før fødselen.' },
    expects: lastMenses.isAfter(demography.birthDate),
    about: [lastMenses, demography.birthDate],
    strictness: 'hard',
  },
  earlyMenopause: {
    text: {
      en: 'Menopause before 40 years of age. Is that so?',
      nb: 'Overgangsalder før fylte 40 år. Stemmer det?',
    },
    appliesTo: absence.is('menopause'),
    expects: allOf(oldEnoughOn(today), oldEnoughOn(lastMenses)),
    about: [absence, demography.birthDate],
    strictness: 'soft',
    reading: {
      en: 'By her age today, and by her age at the last menstruation where that is known.',
      nb: 'Etter alderen i dag, og etter alderen ved siste menstruasjon når den er kjent.',
    },
    assumes: ['checkMenopause'],
  },
  mensesWithoutWomb: {
    text: {
      en: 'Womb or both ovaries are removed, but she is said to menstruate.',
      nb: 'Livmoren eller begge eggstokkene er fjernet, men hun er oppgitt å menstruere.',
    },
    appliesTo: sterilisation.is('hysterectomy', 'oophorectomy'),
    expects: absence.is('menopause', 'contraception', 'other'),
    about: [absence, sterilisation],
    strictness: 'soft',
  },
  proofOfNothing: {
    text: {
      en: 'No permanent sterilisation, but it is said to be documented.',
      nb: 'Ingen varig sterilisering, men den er oppgitt som dokumentert.',
    },
    appliesTo: sterilisation.is('none'),
    expects: childbearing.sterilisationProof.atThisVisit().is('none'),
    about: [childbearing.sterilisationProof.atThisVisit(), sterilisation],
    strictness: 'soft',
  },
})
