import { allOf, defineChecks, firstInfusion, quantity, today, visitDate } from '@trialwright/protocol'
import { body, both, pain, person, safety, scan } from './forms.ts'

/* Edit checks of the invented study: within a form, across forms, across visits, of rows, against what has happened. */

const weight = body.weight.atThisVisit()
const weightBefore = body.weight.atPreviousVisit()

export const checks = defineChecks({
  weightChange: {
    text: both(
      'The weight differs by more than 10% from the visit before.',
      'Vekten avviker mer enn 10 % fra forrige besøk.',
    ),
    expects: allOf(
      weight.atMost(weightBefore.times(quantity(1.1, '1'), 'kg')),
      weight.atLeast(weightBefore.times(quantity(0.9, '1'), 'kg')),
    ),
    about: [weight, weightBefore],
    strictness: 'soft',
  },
  bodyOnVisitDay: {
    text: both('The body was measured on another day than the visit.', 'Målt en annen dag enn besøket.'),
    expects: allOf(today.isOnOrBefore(visitDate), today.isOnOrAfter(visitDate)),
    about: [body.temperature.atThisVisit()],
    strictness: 'soft',
  },
  pregnantMan: {
    text: both('A man is said to be pregnant.', 'En mann er oppgitt som gravid.'),
    appliesTo: person.sex.is('male'),
    expects: person.pregnant.isNo(),
    about: [person.pregnant],
    strictness: 'soft',
  },
  painSinceBirth: {
    text: both('The pain began before birth.', 'Smertene begynte før fødselen.'),
    expects: pain.since.atThisVisit().isOnOrAfter(person.born),
    about: [pain.since.atThisVisit(), person.born],
    strictness: 'hard',
  },
  scanBeforeInfusion: {
    text: both('The scan was taken after the first infusion.', 'Bildet er tatt etter første infusjon.'),
    expects: scan.day.at('screening').isOnOrBefore(firstInfusion),
    about: [scan.day.at('screening')],
    strictness: 'soft',
  },
  diseaseStopAfterStart: safety.diseases.atThisVisit().eachRow((row) => ({
    text: both('A disease ended before it began.', 'En sykdom sluttet før den begynte.'),
    expects: row.stop.isOnOrAfter(row.start),
    about: [row.stop, row.start],
    strictness: 'soft',
  })),
})
