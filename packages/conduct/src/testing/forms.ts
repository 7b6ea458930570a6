import { defineForm } from '@trialwright/protocol'

/* The forms of the invented study that conduct's tests run. */

export const both = (en: string, nb = en) => ({ en, nb })

export const person = defineForm(
  'person',
  { title: both('Person'), blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    born: { type: 'date', question: both('Date of birth') },
    sex: { type: 'coded', codes: { female: both('Female'), male: both('Male') }, question: both('Sex') },
    pregnant: { type: 'yesNo', question: both('Pregnant') },
  },
)

export const pain = defineForm(
  'pain',
  { title: both('Pain'), blinding: 'open', filledBy: 'participant', burden: 'question' },
  {
    score: { type: 'number', unit: '{score}', range: [0, 10], decimals: 0, question: both('Pain') },
    since: { type: 'date', partial: true, optional: true, question: both('Since') },
    sleeps: { type: 'yesNo', question: both('Sleeps badly') },
  },
)

export const sleepless = defineForm(
  'sleep',
  { title: both('Sleep'), blinding: 'open', filledBy: 'participant', burden: 'question' },
  {
    hours: {
      type: 'number',
      unit: 'h',
      range: [0, 24],
      appliesTo: pain.sleeps.isYes(),
      question: both('Hours of sleep'),
    },
    note: { type: 'text', optional: true, question: both('Note') },
  },
)

export const body = defineForm(
  'body',
  { title: both('Body'), blinding: 'open', filledBy: 'site', burden: 'examination' },
  {
    weight: {
      type: 'number',
      unit: 'kg',
      range: [25, 300],
      plausible: [45, 150],
      decimals: 1,
      question: both('Weight'),
    },
    temperature: { type: 'number', unit: 'Cel', range: [30, 45], question: both('Temperature') },
  },
)

export const blood = defineForm(
  'blood',
  { title: both('Blood'), blinding: 'open', filledBy: 'site', burden: 'sample', laboratory: true },
  {
    haemoglobin: { type: 'laboratory', unit: 'g/L', alsoIn: ['g/dL'], question: both('Haemoglobin') },
    inflammation: { type: 'laboratory', unit: 'mg/L', blinding: 'delayed', optional: true, question: both('CRP') },
    drugLevel: {
      type: 'number',
      unit: 'mg/L',
      blinding: 'unblindedOnly',
      optional: true,
      question: both('Drug level'),
    },
  },
)

export const levels = defineForm(
  'levels',
  { title: both('Levels'), blinding: 'unblindedOnly', filledBy: 'site', burden: 'sample' },
  { level: { type: 'number', unit: 'mg/L', question: both('Drug level') } },
)

export const scan = defineForm(
  'scan',
  { title: both('Scan'), blinding: 'open', filledBy: 'reader', burden: 'imaging' },
  { day: { type: 'date', question: both('Day of the scan') } },
)

export const judgement = defineForm(
  'judgement',
  { title: both('Judgement'), blinding: 'open', filledBy: 'investigator', burden: 'question' },
  { unfit: { type: 'yesNo', question: both('Unfit for the study') } },
)

export const safety = defineForm(
  'safety',
  { title: both('Safety'), blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    cancer: { type: 'yesNo', question: both('New cancer') },
    diseases: {
      type: 'repeat',
      optional: true,
      question: both('New diseases'),
      of: {
        start: { type: 'date', partial: true, question: both('Start') },
        stop: { type: 'date', partial: true, optional: true, question: both('Stop') },
      },
    },
  },
)

/** A log: each medicine from its start to its end. */
export const medicines = defineForm(
  'medicines',
  { title: both('Medicines', 'Legemidler'), blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    list: {
      type: 'repeat',
      optional: true,
      question: both('Medicines', 'Legemidler'),
      of: {
        name: { type: 'text', length: 50, question: both('Name', 'Navn') },
        atc: { type: 'text', length: 7, classification: 'atc', question: both('ATC code', 'ATC-kode') },
        dose: { type: 'number', unit: 'mg', range: [0, 5000], plausible: [0, 1000], question: both('Dose', 'Dose') },
        ongoing: { type: 'yesNo', question: both('Ongoing', 'Pågår') },
      },
    },
  },
)

export const urine = defineForm(
  'urine',
  { title: both('Urine test'), blinding: 'open', filledBy: 'participant', burden: 'sample' },
  { result: { type: 'yesNo', question: both('Positive') } },
)
