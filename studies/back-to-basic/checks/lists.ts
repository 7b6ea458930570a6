import { consentDate, defineChecks, firstInfusion, not, points, today } from '@trialwright/protocol'
import { adverseEvents } from '../forms/adverseEvents.ts'
import { coInterventions } from '../forms/coInterventions.ts'
import { immunosuppression } from '../forms/immunosuppression.ts'
import { medications } from '../forms/medications.ts'
import { reactions } from '../forms/reactions.ts'
import { safetyEvaluation } from '../forms/safetyEvaluation.ts'

const medicines = medications.list.atThisVisit()
const events = adverseEvents.list.atThisVisit()
const reactionRows = reactions.list.atThisVisit()
const treatments = immunosuppression.treatments.atThisVisit()
const conditions = safetyEvaluation.conditions.atThisVisit()

/** A date given of something said to go on lies in the past, so one of the two is wrong. */
const goesOn = {
  en: 'It is said to go on, but an end is given. Which is right?',
  nb: 'Det er oppgitt at det pågår, men slutt er oppgitt. Hva er riktig?',
}
const endsBeforeStart = { en: 'It ends before it starts.', nb: 'Det slutter før det begynner.' }

export const listChecks = defineChecks({
  medicineStop: medicines.eachRow((row) => ({
    text: endsBeforeStart,
    expects: row.stop.isOnOrAfter(row.start),
    about: [row.stop, row.start],
    strictness: 'soft',
  })),
  medicineGoesOn: medicines.eachRow((row) => ({
    text: goesOn,
    appliesTo: row.ongoing.isYes(),
    expects: row.stop.isAfter(today),
    about: [row.stop, row.ongoing],
    strictness: 'soft',
  })),
  immunosuppressionGoesOn: treatments.eachRow((row) => ({
    text: goesOn,
    appliesTo: row.ongoing.isYes(),
    expects: row.stop.isAfter(today),
    about: [row.stop, row.ongoing],
    strictness: 'soft',
  })),
  immunosuppressionListed: {
    text: {
      en: 'Immunosuppressive treatment is told, but none is listed.',
      nb: 'Immundempende behandling er oppgitt, men ingen er listet.',
    },
    appliesTo: immunosuppression.ever.atThisVisit().isYes(),
    expects: treatments.some((row) => row.ongoing.is('yes', 'no')),
    about: [treatments, immunosuppression.ever.atThisVisit()],
    strictness: 'soft',
  },
  immunosuppressionNone: {
    text: {
      en: 'No immunosuppressive treatment is told, but one is listed.',
      nb: 'Ingen immundempende behandling er oppgitt, men en er listet.',
    },
    appliesTo: immunosuppression.ever.atThisVisit().isNo(),
    expects: not(treatments.some((row) => row.ongoing.is('yes', 'no'))),
    about: [treatments, immunosuppression.ever.atThisVisit()],
    strictness: 'soft',
  },
  eventAfterConsent: events.eachRow((row) => ({
    text: {
      en: 'The event began before consent. Does it belong to the medical history?',
      nb: 'Hendelsen begynte før samtykket. Hører den til sykehistorien?',
    },
    expects: row.start.isOnOrAfter(consentDate),
    about: [row.start],
    strictness: 'soft',
  })),
  eventStop: events.eachRow((row) => ({
    text: endsBeforeStart,
    expects: row.stop.isOnOrAfter(row.start),
    about: [row.stop, row.start],
    strictness: 'soft',
  })),
  eventGoesOn: events.eachRow((row) => ({
    text: {
      en: 'Not recovered yet, but an end is given. Which is right?',
      nb: 'Ikke frisk ennå, men slutt er oppgitt. Hva er riktig?',
    },
    appliesTo: row.outcome.is('notRecovered', 'recovering'),
    expects: row.stop.isAfter(today),
    about: [row.stop, row.outcome],
    strictness: 'soft',
  })),
  fatalIsSerious: events.eachRow((row) => ({
    text: { en: 'A fatal event is said not to be serious.', nb: 'En dødelig hendelse er oppgitt som ikke alvorlig.' },
    appliesTo: row.outcome.is('fatal'),
    expects: row.serious.isYes(),
    about: [row.serious, row.outcome],
    strictness: 'hard',
  })),
  reactionsListed: {
    text: { en: 'A reaction occurred, but none is listed.', nb: 'En reaksjon oppsto, men ingen er listet.' },
    appliesTo: reactions.any.atThisVisit().isYes(),
    expects: reactionRows.some((row) => row.timing.is('acute', 'delayed')),
    about: [reactionRows, reactions.any.atThisVisit()],
    strictness: 'soft',
  },
  reactionsNone: {
    text: { en: 'No reaction occurred, but one is listed.', nb: 'Ingen reaksjon oppsto, men en er listet.' },
    appliesTo: reactions.any.atThisVisit().isNo(),
    expects: not(reactionRows.some((row) => row.timing.is('acute', 'delayed'))),
    about: [reactionRows, reactions.any.atThisVisit()],
    strictness: 'soft',
  },
  reactionAfterInfusion: reactionRows.eachRow((row) => ({
    text: { en: 'The reaction is dated before the first infusion.', nb: 'Reaksjonen er datert før første infusjon.' },
    expects: row.date.isOnOrAfter(firstInfusion),
    about: [row.date],
    strictness: 'soft',
  })),
  anaphylaxisGrade: reactionRows.eachRow((row) => ({
    text: { en: 'Anaphylaxis below grade 3. Is the grade right?', nb: 'Anafylaksi under grad 3. Er graden riktig?' },
    appliesTo: row.anaphylaxis.isYes(),
    expects: row.grade.atLeast(points(3)),
    about: [row.grade, row.anaphylaxis],
    strictness: 'soft',
    reading: { en: 'CTCAE 5.0: anaphylaxis begins at grade 3.', nb: 'CTCAE 5.0: anafylaksi begynner ved grad 3.' },
  })),
  newDiseasesListed: {
    text: { en: 'A new disease is told, but none is listed.', nb: 'Ny sykdom er oppgitt, men ingen er listet.' },
    appliesTo: safetyEvaluation.newConditions.atThisVisit().isYes(),
    expects: conditions.some((row) => row.onset.isOnOrBefore(today)),
    about: [conditions, safetyEvaluation.newConditions.atThisVisit()],
    strictness: 'soft',
  },
  otherTreatmentListed: {
    text: {
      en: 'Other treatment of the back is told, but none is listed.',
      nb: 'Annen behandling for ryggen er oppgitt, men ingen er listet.',
    },
    appliesTo: coInterventions.any.atThisVisit().isYes(),
    expects: coInterventions.list
      .atThisVisit()
      .some((row) =>
        row.kind.is('physiotherapy', 'chiropractic', 'exercise', 'psychological', 'injection', 'surgery', 'other'),
      ),
    about: [coInterventions.list.atThisVisit(), coInterventions.any.atThisVisit()],
    strictness: 'soft',
  },
})
