import { allOf, anyOf, consentDate, days, defineRules, today } from '@trialwright/protocol'
import { assumed } from './assumptions.ts'
import { childbearingPotential } from './forms/childbearing.ts'
import { contraception } from './forms/contraception.ts'
import { laboratory } from './forms/laboratory.ts'
import { mriReading } from './forms/mriReading.ts'
import { pregnancyTest } from './forms/pregnancyTest.ts'
import { reactions } from './forms/reactions.ts'
import { safetyEvaluation } from './forms/safetyEvaluation.ts'
import { vaccines } from './forms/vaccines.ts'
import { vitals } from './forms/vitals.ts'
import { whatIsNew } from './forms/whatIsNew.ts'

/** Two clocks run at once before the first infusion. */
export const requirements = defineRules({
  screeningClock: {
    text: { en: 'Screening began at most 6 weeks before day 0', nb: 'Screening begynte høyst 6 uker før dag 0' },
    holds: consentDate.isOnOrAfter(today.earlier(assumed.screeningClock)),
    reading: {
      en: 'Counted from consent; 42 days, both ends included.',
      nb: 'Regnet fra samtykket; 42 dager, begge ender medregnet.',
    },
    remedy: { en: 'Screen again.', nb: 'Gjennomfør ny screening.' },
    assumes: ['screeningClock'],
  },
  mriClock: {
    text: { en: 'The MRI is at most 4 weeks old on day 0', nb: 'MR-undersøkelsen er høyst 4 uker gammel på dag 0' },
    holds: mriReading.imageDate.isOnOrAfter(today.earlier(days(28))),
    reading: {
      en: 'Counted from the date of the scan; 28 days, both ends included.',
      nb: 'Regnet fra MR-datoen; 28 dager, begge ender medregnet.',
    },
    remedy: { en: 'Take a new MRI; the screening stays valid.', nb: 'Ta ny MR; screeningen er fortsatt gyldig.' },
  },
})

const waitForRecovery = {
  en: 'Wait until it has passed, then ask again within the window.',
  nb: 'Vent til det er over, og spør på nytt innenfor vinduet.',
}
const repeatSample = { en: 'Take a new sample before the infusion.', nb: 'Ta ny prøve før infusjonen.' }

/** Each is decided from what every infusion visit records before the infusion. */
export const holds = defineRules({
  fever: {
    text: { en: 'Temperature of 38.0 °C or more', nb: 'Temperatur på 38,0 °C eller mer' },
    holds: vitals.temperature.atThisVisit().atLeast(assumed.fever),
    remedy: waitForRecovery,
    assumes: ['fever'],
  },
  infection: {
    text: { en: 'Ongoing infection', nb: 'Pågående infeksjon' },
    holds: safetyEvaluation.infection.atThisVisit().isYes(),
    remedy: waitForRecovery,
  },
  antibiotic: {
    text: { en: 'Treatment with an antibiotic', nb: 'Antibiotikabehandling' },
    holds: safetyEvaluation.antibiotic.atThisVisit().isYes(),
    remedy: waitForRecovery,
  },
  pregnancyTest: {
    text: { en: 'Positive pregnancy test', nb: 'Positiv graviditetstest' },
    appliesTo: childbearingPotential,
    holds: pregnancyTest.hcg.is('positive'),
    reading: { en: 'The latest urine test.', nb: 'Den siste urinprøven.' },
    remedy: { en: 'Confirm with a blood test.', nb: 'Bekreft med blodprøve.' },
  },
  transaminases: {
    text: { en: 'ASAT or ALAT above 3 times the upper limit', nb: 'ASAT eller ALAT over 3 ganger øvre grense' },
    holds: anyOf(
      laboratory.asat.isAboveReferenceRange(assumed.holdTransaminases),
      laboratory.alat.isAboveReferenceRange(assumed.holdTransaminases),
    ),
    reading: { en: 'The latest result.', nb: 'Siste prøvesvar.' },
    remedy: repeatSample,
    assumes: ['holdTransaminases'],
  },
  neutrophils: {
    text: { en: 'Neutrophils below 1.0 × 10⁹/L', nb: 'Nøytrofile under 1,0 × 10⁹/L' },
    holds: laboratory.neutrophils.below(assumed.holdNeutrophils),
    reading: { en: 'The latest result.', nb: 'Siste prøvesvar.' },
    remedy: repeatSample,
    assumes: ['holdNeutrophils'],
  },
  platelets: {
    text: { en: 'Platelets below 75 × 10⁹/L', nb: 'Trombocytter under 75 × 10⁹/L' },
    holds: laboratory.platelets.below(assumed.holdPlatelets),
    reading: { en: 'The latest result.', nb: 'Siste prøvesvar.' },
    remedy: repeatSample,
    assumes: ['holdPlatelets'],
  },
  liveVaccine: {
    text: { en: 'Live vaccine within the last 4 weeks', nb: 'Levende vaksine i løpet av de siste 4 ukene' },
    holds: vaccines.list.some((row) =>
      allOf(row.kind.is('live'), row.date.isWithin(assumed.holdLiveVaccine).before(today)),
    ),
    remedy: { en: 'Wait until 4 weeks have passed.', nb: 'Vent til det er gått 4 uker.' },
    assumes: ['holdLiveVaccine'],
  },
  logNotWritten: {
    text: {
      en: 'Something new was told of medicines or vaccines and is not in the log yet',
      nb: 'Noe nytt er fortalt om legemidler eller vaksiner og står ikke i loggen ennå',
    },
    holds: anyOf(whatIsNew.medicines.atThisVisit().is('notWritten'), whatIsNew.vaccines.atThisVisit().is('notWritten')),
    reading: {
      en: 'Asked at every infusion visit, because the criteria that must go on holding read the log.',
      nb: 'Spørres om ved hvert infusjonsbesøk, fordi kriteriene som fortsatt må være oppfylt, leser loggen.',
    },
    remedy: {
      en: 'Write it in the log, then answer “What is new since last time” again.',
      nb: 'Skriv det i loggen, og svar på nytt på «Hva er nytt siden sist».',
    },
  },
})

const stopForGood = {
  en: 'Give no more infusions; go on with the follow-up visits.',
  nb: 'Gi ingen flere infusjoner; fortsett med oppfølgingsbesøkene.',
}

/** Unacceptable toxicity, and what else ends treatment. */
export const stops = defineRules({
  reaction: {
    text: {
      en: 'Anaphylaxis, or an infusion reaction of grade 3 or more',
      nb: 'Anafylaksi, eller en infusjonsreaksjon av grad 3 eller mer',
    },
    holds: allOf(
      reactions.any.isYes(),
      reactions.list.some((row) => anyOf(row.anaphylaxis.isYes(), row.grade.atLeast(assumed.stopReaction))),
    ),
    remedy: stopForGood,
    assumes: ['stopReaction'],
  },
  newCondition: {
    text: {
      en: 'Serious infection, tuberculosis, reactivated hepatitis B, malignant or demyelinating disease, lupus-like syndrome, or heart failure NYHA III or IV',
      nb: 'Alvorlig infeksjon, tuberkulose, reaktivert hepatitt B, ondartet eller demyeliniserende sykdom, lupuslignende syndrom eller hjertesvikt NYHA III eller IV',
    },
    holds: allOf(
      safetyEvaluation.newConditions.isYes(),
      safetyEvaluation.conditions.some((row) => row.kind.is(...assumed.stopConditions)),
    ),
    remedy: stopForGood,
    assumes: ['stopConditions'],
  },
  pregnancy: {
    text: { en: 'Pregnancy', nb: 'Graviditet' },
    appliesTo: childbearingPotential,
    holds: contraception.pregnant.isYes(),
    reading: {
      en: 'What she says once it is known. A positive urine test holds the infusion until it is confirmed or not.',
      nb: 'Det hun opplyser når det er kjent. En positiv urinprøve holder infusjonen tilbake til den er bekreftet eller avkreftet.',
    },
    remedy: stopForGood,
  },
  liver: {
    text: {
      en: 'ALAT above 5 times the upper limit, or jaundice',
      nb: 'ALAT over 5 ganger øvre grense, eller gulsott',
    },
    holds: anyOf(laboratory.alat.isAboveReferenceRange(assumed.stopAlat), safetyEvaluation.jaundice.isYes()),
    remedy: stopForGood,
    assumes: ['stopAlat'],
  },
  wish: {
    text: { en: 'The participant wishes to stop treatment', nb: 'Deltakeren ønsker å avslutte behandlingen' },
    holds: safetyEvaluation.wishesToStop.isYes(),
    remedy: stopForGood,
  },
  allocationRevealed: {
    text: { en: 'The allocation has become known', nb: 'Fordelingen er blitt kjent' },
    holds: safetyEvaluation.allocationRevealed.isYes(),
    remedy: stopForGood,
  },
})

/** Asked again before every infusion. */
export const continuing = assumed.continuing
