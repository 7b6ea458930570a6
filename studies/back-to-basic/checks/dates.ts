import {
  allOf,
  consentDate,
  defineChecks,
  firstInfusion,
  today,
  visitDate,
  years,
  type DateHandle,
} from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { backSurgery } from '../forms/backSurgery.ts'
import { demography } from '../forms/demography.ts'
import { laboratory } from '../forms/laboratory.ts'
import { medicalHistory } from '../forms/medicalHistory.ts'
import { mriReading } from '../forms/mriReading.ts'
import { painHistory } from '../forms/painHistory.ts'
import { pregnancyReport } from '../forms/pregnancyTest.ts'
import { chestXray, tuberculosis } from '../forms/tuberculosis.ts'
import { vaccinations } from '../forms/vaccinations.ts'
import { vitals } from '../forms/vitals.ts'
import { nrs } from '../instruments/nrs.ts'
import { odi } from '../instruments/odi.ts'

const onset = painHistory.onset.atThisVisit()
const imageDate = mriReading.imageDate.atThisVisit()
const readDate = mriReading.readDate.atThisVisit()
const plannedSurgery = medicalHistory.plannedSurgeryDate.atThisVisit()
const plannedVaccine = vaccinations.livePlannedDate.atThisVisit()
const testDate = pregnancyReport.testDate.atThisVisit()

const isNear = (day: DateHandle) =>
  allOf(
    day.isOnOrAfter(visitDate.earlier(assumed.checkQuestionnaireDays)),
    day.isOnOrBefore(visitDate.later(assumed.checkQuestionnaireDays)),
  )

const notNearVisit = {
  en: 'The questionnaire is dated more than 7 days from the visit. Is the date right?',
  nb: 'Spørreskjemaet er datert mer enn 7 dager fra besøket. Er datoen riktig?',
}

/** Days in order, and near what they belong to. In a check, `today` is the day of the form asked about. */
export const dateChecks = defineChecks({
  agePlausible: {
    text: {
      en: 'The date of birth gives an age below 16 or above 90 at consent. Is it right?',
      nb: 'Fødselsdatoen gir en alder under 16 eller over 90 år ved samtykket. Er den riktig?',
    },
    expects: demography.birthDate.ageOn(consentDate).between(years(16), years(90)),
    about: [demography.birthDate],
    strictness: 'soft',
    reading: {
      en: 'A slip of the year; whether the age lets somebody in, IN01 says.',
      nb: 'En skrivefeil i årstallet; om alderen slipper noen inn, sier IN01.',
    },
  },
  painAfterBirth: {
    text: { en: 'The pain is said to have begun before birth.', nb: 'Smertene er oppgitt å ha begynt før fødselen.' },
    expects: onset.isOnOrAfter(demography.birthDate),
    about: [onset, demography.birthDate],
    strictness: 'hard',
  },
  operationAfterBirth: backSurgery.operations.atThisVisit().eachRow((row) => ({
    text: { en: 'The operation is dated before birth.', nb: 'Operasjonen er datert før fødselen.' },
    expects: row.date.isOnOrAfter(demography.birthDate),
    about: [row.date, demography.birthDate],
    strictness: 'hard',
  })),
  readingAfterScan: {
    text: { en: 'The scan is said to be read before it was taken.', nb: 'MR er oppgitt gransket før den ble tatt.' },
    expects: readDate.isOnOrAfter(imageDate),
    about: [readDate, imageDate],
    strictness: 'hard',
  },
  scanBeforeInfusion: {
    text: {
      en: 'The MRI that eligibility rests on is dated after the first infusion. Is the date right?',
      nb: 'MR-en som opptaket bygger på, er datert etter første infusjon. Er datoen riktig?',
    },
    expects: mriReading.imageDate.isOnOrBefore(firstInfusion),
    about: [mriReading.imageDate],
    strictness: 'soft',
  },
  chestXrayRecent: {
    text: {
      en: 'The chest X-ray is more than 3 months old. Is the date right?',
      nb: 'Røntgen thorax er mer enn 3 måneder gammel. Er datoen riktig?',
    },
    expects: chestXray.date.atThisVisit().isWithin(assumed.checkScreeningTests).before(today),
    about: [chestXray.date.atThisVisit()],
    strictness: 'soft',
    assumes: ['checkScreeningTests'],
  },
  igraRecent: {
    text: {
      en: 'The IGRA is more than 3 months old. Is the date right?',
      nb: 'IGRA er mer enn 3 måneder gammel. Er datoen riktig?',
    },
    expects: tuberculosis.igraDate.atThisVisit().isWithin(assumed.checkScreeningTests).before(today),
    about: [tuberculosis.igraDate.atThisVisit()],
    strictness: 'soft',
    assumes: ['checkScreeningTests'],
  },
  plannedSurgeryAhead: {
    text: {
      en: 'The planned operation lies before the day it was told. Has it been done?',
      nb: 'Den planlagte operasjonen ligger før dagen den ble oppgitt. Er den utført?',
    },
    expects: plannedSurgery.isOnOrAfter(today),
    about: [plannedSurgery],
    strictness: 'soft',
  },
  plannedVaccineAhead: {
    text: {
      en: 'The planned vaccine lies before the day it was told. Has it been given?',
      nb: 'Den planlagte vaksinen ligger før dagen den ble oppgitt. Er den gitt?',
    },
    expects: plannedVaccine.isOnOrAfter(today),
    about: [plannedVaccine],
    strictness: 'soft',
  },
  homeTestDay: {
    text: {
      en: 'The home test was taken more than 14 days before the answer. Is the date right?',
      nb: 'Hjemmetesten ble tatt mer enn 14 dager før svaret. Er datoen riktig?',
    },
    expects: testDate.isWithin(assumed.checkHomeTest).before(today),
    about: [testDate],
    strictness: 'soft',
    assumes: ['checkHomeTest'],
  },
  vitalsOnVisitDay: {
    text: {
      en: 'Vital signs are dated on another day than the visit. Which day is right?',
      nb: 'Vitale målinger er datert en annen dag enn besøket. Hvilken dag er riktig?',
    },
    expects: allOf(today.isOnOrAfter(visitDate), today.isOnOrBefore(visitDate)),
    about: [vitals.weight.atThisVisit()],
    strictness: 'soft',
  },
  sampleNearVisit: {
    text: {
      en: 'The blood sample is dated more than 14 days from the visit. Is the date right?',
      nb: 'Blodprøven er datert mer enn 14 dager fra besøket. Er datoen riktig?',
    },
    expects: allOf(
      today.isOnOrAfter(visitDate.earlier(assumed.checkSampleDays)),
      today.isOnOrBefore(visitDate.later(assumed.checkSampleDays)),
    ),
    about: [laboratory.haemoglobin.atThisVisit()],
    strictness: 'soft',
    assumes: ['checkSampleDays'],
  },
  painRatingsNearVisit: {
    text: notNearVisit,
    expects: isNear(today),
    about: [nrs.now.atThisVisit()],
    strictness: 'soft',
    assumes: ['checkQuestionnaireDays'],
  },
  disabilityNearVisit: {
    text: notNearVisit,
    expects: isNear(today),
    about: [odi.pain.atThisVisit()],
    strictness: 'soft',
    assumes: ['checkQuestionnaireDays'],
  },
})
