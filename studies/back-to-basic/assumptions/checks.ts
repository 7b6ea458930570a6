import { assume, days, months, quantity, years } from '@trialwright/protocol'

const question = 'Which change between visits, or which distance in days, does the data management plan ask about?'
const why = 'No source gives the data management plan; a limit that slips cross and courses seldom do.'

/** From where on an edit check asks. */
export const checkAssumptions = {
  checkWeightUp: assume(quantity(1.1, '1'), {
    title: { en: 'Asked about: weight up by more than 10%', nb: 'Spørres om: vekt opp mer enn 10 %' },
    why,
    question,
  }),
  checkWeightDown: assume(quantity(0.9, '1'), {
    title: { en: 'Asked about: weight down by more than 10%', nb: 'Spørres om: vekt ned mer enn 10 %' },
    why,
    question,
  }),
  checkHaemoglobinUp: assume(quantity(1.25, '1'), {
    title: { en: 'Asked about: haemoglobin up by a quarter', nb: 'Spørres om: hemoglobin opp en fjerdedel' },
    why,
    question,
  }),
  checkHaemoglobinDown: assume(quantity(0.75, '1'), {
    title: { en: 'Asked about: haemoglobin down by a quarter', nb: 'Spørres om: hemoglobin ned en fjerdedel' },
    why,
    question,
  }),
  checkDoubled: assume(quantity(2, '1'), {
    title: {
      en: 'Asked about: platelets or creatinine doubled',
      nb: 'Spørres om: trombocytter eller kreatinin doblet',
    },
    why,
    question,
  }),
  checkHalved: assume(quantity(0.5, '1'), {
    title: {
      en: 'Asked about: platelets or creatinine halved',
      nb: 'Spørres om: trombocytter eller kreatinin halvert',
    },
    why,
    question,
  }),
  checkAlatUp: assume(quantity(5, '1'), {
    title: { en: 'Asked about: ALAT five times as high', nb: 'Spørres om: ALAT fem ganger så høy' },
    why,
    question,
  }),
  checkScreeningTests: assume(months(3), {
    title: {
      en: 'Asked about: chest X-ray or IGRA older than 3 months',
      nb: 'Spørres om: røntgen eller IGRA eldre enn 3 måneder',
    },
    why,
    question,
  }),
  checkHomeTest: assume(days(14), {
    title: {
      en: 'Asked about: home test told more than 14 days later',
      nb: 'Spørres om: hjemmetest fortalt mer enn 14 dager etter',
    },
    why,
    question,
  }),
  checkSampleDays: assume(days(14), {
    title: {
      en: 'Asked about: sample more than 14 days from its visit',
      nb: 'Spørres om: prøve mer enn 14 dager fra besøket',
    },
    why,
    question,
  }),
  checkQuestionnaireDays: assume(days(7), {
    title: {
      en: 'Asked about: answers more than 7 days from the visit',
      nb: 'Spørres om: svar mer enn 7 dager fra besøket',
    },
    why,
    question,
  }),
  checkMenopause: assume(years(40), {
    title: { en: 'Asked about: menopause before 40 years of age', nb: 'Spørres om: overgangsalder før 40 år' },
    why,
    question,
  }),
} as const
