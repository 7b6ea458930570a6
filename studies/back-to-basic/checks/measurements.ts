import { allOf, defineChecks, percent, quantity } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { compliance } from '../forms/compliance.ts'
import { mriReading } from '../forms/mriReading.ts'
import { safetyEvaluation } from '../forms/safetyEvaluation.ts'
import { sickListing } from '../forms/sickListing.ts'
import { vitals } from '../forms/vitals.ts'
import { nrs } from '../instruments/nrs.ts'

const weight = vitals.weight.atThisVisit()
const weightBefore = vitals.weight.atPreviousVisit()
const volume = compliance.volume.atThisVisit()
const infusion = compliance.infusion.atThisVisit()
const degree = sickListing.degree.atThisVisit()
const infection = safetyEvaluation.infection.atThisVisit()
const antibiotic = safetyEvaluation.antibiotic.atThisVisit()

export const measurementChecks = defineChecks({
  weightChange: {
    text: {
      en: 'The weight differs by more than 10% from the visit before. The dose follows from it: is it right?',
      nb: 'Vekten avviker mer enn 10 % fra forrige besøk. Dosen følger av den: er den riktig?',
    },
    expects: allOf(
      weight.atMost(weightBefore.times(assumed.checkWeightUp, 'kg')),
      weight.atLeast(weightBefore.times(assumed.checkWeightDown, 'kg')),
    ),
    about: [weight, weightBefore],
    strictness: 'soft',
    assumes: ['checkWeightUp', 'checkWeightDown'],
  },
  pressureOrder: {
    text: {
      en: 'The systolic blood pressure is not above the diastolic.',
      nb: 'Systolisk blodtrykk er ikke høyere enn diastolisk.',
    },
    expects: vitals.systolic.atThisVisit().above(vitals.diastolic.atThisVisit()),
    about: [vitals.systolic.atThisVisit(), vitals.diastolic.atThisVisit()],
    strictness: 'hard',
  },
  feverIsInfection: {
    text: {
      en: 'A temperature of 38.0 °C or more, but no ongoing infection. Is that so?',
      nb: 'Temperatur på 38,0 °C eller mer, men ingen pågående infeksjon. Stemmer det?',
    },
    appliesTo: vitals.temperature.atThisVisit().atLeast(assumed.fever),
    expects: infection.isYes(),
    about: [infection, vitals.temperature.atThisVisit()],
    strictness: 'soft',
    assumes: ['fever'],
  },
  antibioticForInfection: {
    text: {
      en: 'Uses an antibiotic, but has no ongoing infection. What is it for?',
      nb: 'Bruker antibiotika, men har ingen pågående infeksjon. Hva er det for?',
    },
    appliesTo: antibiotic.isYes(),
    expects: infection.isYes(),
    about: [antibiotic, infection],
    strictness: 'soft',
  },
  worstPain: {
    text: {
      en: 'The worst pain of two weeks is below the usual pain. Were they answered the right way round?',
      nb: 'Verste smerte siste to uker er lavere enn vanlig smerte. Er svarene byttet om?',
    },
    expects: nrs.worst.atThisVisit().atLeast(nrs.usual.atThisVisit()),
    about: [nrs.worst.atThisVisit(), nrs.usual.atThisVisit()],
    strictness: 'soft',
  },
  readerBlind: {
    text: {
      en: 'The reader knew the participant’s course. How, and who reads instead?',
      nb: 'Granskeren kjente deltakerens forløp. Hvordan, og hvem gransker i stedet?',
    },
    expects: mriReading.readerBlind.atThisVisit().isYes(),
    about: [mriReading.readerBlind.atThisVisit()],
    strictness: 'soft',
  },
  endplateWithoutChange: mriReading.endplates.atThisVisit().eachRow((row) => ({
    text: {
      en: 'An endplate without Modic change has a size.',
      nb: 'En endeplate uten Modic-forandring har en størrelse.',
    },
    appliesTo: row.primaryType.is('none'),
    expects: row.height.atMost(percent(0)),
    about: [row.height],
    strictness: 'soft',
  })),
  endplateTypes: mriReading.endplates.atThisVisit().eachRow((row) => ({
    text: {
      en: 'A secondary type without a primary one. Were they swapped?',
      nb: 'En sekundær type uten en primær. Er de byttet om?',
    },
    appliesTo: row.primaryType.is('none'),
    expects: row.secondaryType.is('none'),
    about: [row.secondaryType, row.primaryType],
    strictness: 'soft',
  })),
  sickListedFully: {
    text: { en: 'Fully on sick leave, but the degree is below 100%.', nb: 'Helt sykmeldt, men graden er under 100 %.' },
    appliesTo: sickListing.now.atThisVisit().is('full'),
    expects: degree.atLeast(percent(100)),
    about: [degree],
    strictness: 'soft',
  },
  sickListedPartly: {
    text: {
      en: 'Partly on sick leave, but the degree is 0 or 100%.',
      nb: 'Gradert sykmeldt, men graden er 0 eller 100 %.',
    },
    appliesTo: sickListing.now.atThisVisit().is('partial'),
    expects: allOf(degree.above(percent(0)), degree.below(percent(100))),
    about: [degree],
    strictness: 'soft',
  },
  givenInFull: {
    text: {
      en: 'The infusion was given in full, but the volume is below the bag’s.',
      nb: 'Infusjonen er gitt i sin helhet, men volumet er mindre enn posens.',
    },
    appliesTo: infusion.is('full'),
    expects: volume.atLeast(assumed.bagVolume),
    about: [volume],
    strictness: 'soft',
    assumes: ['bagVolume'],
  },
  givenInPart: {
    text: {
      en: 'The infusion was given in part, but the volume is the whole bag or nothing.',
      nb: 'Infusjonen er gitt delvis, men volumet er hele posen eller ingenting.',
    },
    appliesTo: infusion.is('partly'),
    expects: allOf(volume.above(quantity(0, 'mL')), volume.below(assumed.bagVolume)),
    about: [volume],
    strictness: 'soft',
    assumes: ['bagVolume'],
  },
  notGiven: {
    text: {
      en: 'The infusion was not given, but there is a volume.',
      nb: 'Infusjonen er ikke gitt, men det er oppgitt et volum.',
    },
    appliesTo: infusion.is('notGiven'),
    expects: volume.atMost(quantity(0, 'mL')),
    about: [volume],
    strictness: 'soft',
  },
})
