import { formatDate } from '@trialwright/protocol'
import { said } from './said.ts'

export const treatmentRefusals = {
  infusionMomentMissing: () =>
    said(
      {
        en: 'No such time of the infusion is recorded.',
        nb: 'Det er ikke registrert et slikt tidspunkt for infusjonen.',
      },
      { en: 'Choose a time that stands in the course.', nb: 'Velg et tidspunkt som står i forløpet.' },
    ),
  infusionOutOfOrder: () =>
    said(
      {
        en: 'With this time the course of the infusion is out of order.',
        nb: 'Med dette tidspunktet blir rekkefølgen i infusjonen feil.',
      },
      {
        en: 'Give a time between the one before and the one after it.',
        nb: 'Oppgi et tidspunkt mellom det før og det etter.',
      },
    ),
  noInfusionHere: () =>
    said(
      { en: 'No infusion is given at this encounter.', nb: 'Det gis ingen infusjon ved dette besøket.' },
      { en: 'Choose an encounter with an infusion.', nb: 'Velg et besøk med infusjon.' },
    ),
  treatmentStopped: () =>
    said(
      { en: 'Treatment has been stopped for good.', nb: 'Behandlingen er avsluttet for godt.' },
      { en: 'Give no infusion; follow-up goes on.', nb: 'Gi ingen infusjon; oppfølgingen fortsetter.' },
    ),
  treatmentHeld: () =>
    said(
      { en: 'An investigator has put treatment on hold.', nb: 'En utprøver har satt behandlingen på vent.' },
      { en: 'An investigator releases the hold.', nb: 'En utprøver tar behandlingen av vent.' },
    ),
  treatmentNotHeld: () =>
    said(
      { en: 'Treatment is not on hold.', nb: 'Behandlingen er ikke satt på vent.' },
      { en: 'There is nothing to release.', nb: 'Det er ikke noe å oppheve.' },
    ),
  treatmentFinished: () =>
    said(
      { en: 'Every infusion has been given or missed.', nb: 'Alle infusjoner er gitt eller uteblitt.' },
      { en: 'There is nothing to stop or hold.', nb: 'Det er ikke noe å avslutte eller vente med.' },
    ),
  holdRuleApplies: ({ text, remedy }: { text: { en: string; nb: string }; remedy: { en: string; nb: string } }) =>
    said({ en: `No infusion now: ${text.en}`, nb: `Ingen infusjon nå: ${text.nb}` }, remedy),
  // The rule's own remedy speaks of what is so; here it is not known whether it is.
  holdRuleUndecided: ({ text }: { text: { en: string; nb: string } }) =>
    said(
      {
        en: `Not yet known before the infusion: ${text.en}`,
        nb: `Ikke kjent ennå før infusjonen: ${text.nb}`,
      },
      {
        en: 'Enter the missing values in the forms of this visit first.',
        nb: 'Fyll inn verdiene som mangler i skjemaene for dette besøket først.',
      },
    ),
  stopRuleApplies: ({ text, remedy }: { text: { en: string; nb: string }; remedy: { en: string; nb: string } }) =>
    said({ en: `Treatment must stop: ${text.en}`, nb: `Behandlingen må avsluttes: ${text.nb}` }, remedy),
  stopRuleUnknown: () =>
    said(
      { en: 'The study has no such stopping rule.', nb: 'Studien har ingen slik stoppregel.' },
      { en: 'Choose a rule of the study, or none.', nb: 'Velg en av studiens regler, eller ingen.' },
    ),
  continuingCriterionFails: ({ criteria }: { criteria: string }) =>
    said(
      {
        en: `Asked again before every infusion, and no longer met: ${criteria}.`,
        nb: `Spørres på nytt før hver infusjon, og er ikke lenger oppfylt: ${criteria}.`,
      },
      {
        en: 'Give no infusion; an investigator decides what follows.',
        nb: 'Gi ingen infusjon; en utprøver avgjør hva som følger.',
      },
    ),
  continuingCriterionUndecided: ({ criteria }: { criteria: string }) =>
    said(
      {
        en: `Asked again before every infusion, and not known: ${criteria}.`,
        nb: `Spørres på nytt før hver infusjon, og er ikke kjent: ${criteria}.`,
      },
      { en: 'Enter the missing values first.', nb: 'Fyll inn verdiene som mangler først.' },
    ),
  weightMissing: () =>
    said(
      { en: 'The weight the dose is computed from is missing.', nb: 'Vekten som dosen beregnes fra, mangler.' },
      { en: 'Weigh the participant and enter the weight.', nb: 'Vei deltakeren og fyll inn vekten.' },
    ),
  tooSoon: ({ earliest }: { earliest: string }) =>
    said(
      {
        en: `The interval since the last infusion is too short; ${formatDate(earliest, 'en')} is the earliest day.`,
        nb: `Det er for kort tid siden forrige infusjon; ${formatDate(earliest, 'nb')} er tidligste dag.`,
      },
      { en: 'Book the visit on that day or later.', nb: 'Avtal besøket den dagen eller senere.' },
    ),
  alreadyRequested: () =>
    said(
      { en: 'The infusion has been requested from the pharmacy.', nb: 'Infusjonen er bestilt fra apoteket.' },
      { en: 'Wait for the pharmacy.', nb: 'Vent på apoteket.' },
    ),
  alreadyGiven: () =>
    said(
      { en: 'The infusion of this visit has been given.', nb: 'Infusjonen ved dette besøket er gitt.' },
      { en: 'Go on with the next encounter.', nb: 'Fortsett med neste besøk.' },
    ),
  notRequested: () =>
    said(
      { en: 'No infusion has been requested for this visit.', nb: 'Det er ikke bestilt infusjon til dette besøket.' },
      { en: 'Request the preparation first.', nb: 'Bestill tilberedningen først.' },
    ),
  requestExpired: () =>
    said(
      { en: 'The request is from an earlier day.', nb: 'Bestillingen er fra en tidligere dag.' },
      { en: 'Request the preparation again today.', nb: 'Bestill tilberedningen på nytt i dag.' },
    ),
  infusionNotReady: () =>
    said(
      { en: 'The pharmacy has not handed over the infusion.', nb: 'Apoteket har ikke levert infusjonen.' },
      { en: 'Wait for the pharmacy.', nb: 'Vent på apoteket.' },
    ),
  labelMistyped: () =>
    said(
      { en: 'The label’s check character does not agree.', nb: 'Kontrolltegnet på etiketten stemmer ikke.' },
      { en: 'Read the label again.', nb: 'Les etiketten på nytt.' },
    ),
  labelNotThisInfusion: () =>
    said(
      { en: 'The label belongs to another infusion.', nb: 'Etiketten hører til en annen infusjon.' },
      { en: 'Do not give this bag. Call the pharmacy.', nb: 'Ikke gi denne posen. Ring apoteket.' },
    ),
  bagOfOtherWeight: () =>
    said(
      {
        en: 'The bag was prepared for another weight than the one recorded now.',
        nb: 'Posen ble tilberedt for en annen vekt enn den som nå er registrert.',
      },
      {
        en: 'Do not give it. Let the pharmacy take it back and prepare a new one, or correct the weight.',
        nb: 'Ikke gi den. La apoteket ta den tilbake og tilberede en ny, eller rett vekten.',
      },
    ),
  infusionNotStarted: () =>
    said(
      { en: 'The infusion has not been started.', nb: 'Infusjonen er ikke startet.' },
      { en: 'Start it first.', nb: 'Start den først.' },
    ),
  infusionInterrupted: () =>
    said(
      { en: 'The infusion is interrupted.', nb: 'Infusjonen er avbrutt.' },
      { en: 'Resume or end it.', nb: 'Gjenoppta eller avslutt den.' },
    ),
  infusionNotInterrupted: () =>
    said(
      { en: 'The infusion is not interrupted.', nb: 'Infusjonen er ikke avbrutt.' },
      { en: 'There is nothing to resume.', nb: 'Det er ikke noe å gjenoppta.' },
    ),
  infusionEnded: () =>
    said(
      { en: 'The infusion has ended.', nb: 'Infusjonen er avsluttet.' },
      { en: 'A reaction can still be recorded.', nb: 'En reaksjon kan fortsatt registreres.' },
    ),
  timeBackwards: ({ time }: { time: string }) =>
    said(
      { en: `Something later is recorded already, at ${time}.`, nb: `Noe senere er allerede registrert, kl. ${time}.` },
      { en: 'Give a time at or after it.', nb: 'Oppgi dette tidspunktet eller et senere.' },
    ),
  numberOutOfRange: ({ low, high, unit }: { low: number; high: number; unit: string }) =>
    said(
      {
        en: `The number lies outside ${low} to ${high} ${unit}.`,
        nb: `Tallet ligger utenfor ${low} til ${high} ${unit}.`,
      },
      { en: 'Check the number and its unit.', nb: 'Kontroller tallet og enheten.' },
    ),
  volumeNeedsReason: () =>
    said(
      { en: 'Less than the whole bag was given.', nb: 'Mindre enn hele posen ble gitt.' },
      { en: 'Give the reason.', nb: 'Oppgi grunnen.' },
    ),
  gradeInvalid: () =>
    said(
      { en: 'A grade is a whole number from 1 to 5.', nb: 'En grad er et heltall fra 1 til 5.' },
      { en: 'Choose the CTCAE grade.', nb: 'Velg CTCAE-grad.' },
    ),
  dayBeforeInfusion: () =>
    said(
      { en: 'The day is before the infusion.', nb: 'Dagen er før infusjonen.' },
      { en: 'Give the day of the reaction.', nb: 'Oppgi dagen for reaksjonen.' },
    ),
}
