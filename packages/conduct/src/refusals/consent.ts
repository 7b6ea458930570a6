import { formatDate } from '@trialwright/protocol'
import { said } from './said.ts'

export const consentRefusals = {
  alreadyConsented: () =>
    said(
      { en: 'The participant has given consent.', nb: 'Deltakeren har gitt samtykke.' },
      { en: 'Record a withdrawal of consent instead.', nb: 'Registrer heller at samtykket er trukket.' },
    ),
  alreadyDeclined: () =>
    said(
      { en: 'That the person said no is recorded.', nb: 'Det er registrert at personen har takket nei.' },
      {
        en: 'Record a consent if the person has changed their mind.',
        nb: 'Registrer et samtykke hvis personen har ombestemt seg.',
      },
    ),
  consentNotGiven: () =>
    said(
      { en: 'No consent to this version is recorded.', nb: 'Det er ikke registrert samtykke til denne versjonen.' },
      { en: 'Choose a version that was signed.', nb: 'Velg en versjon som er signert.' },
    ),
  dayAfterConsent: ({ day }: { readonly day: string }) =>
    said(
      {
        en: `A later consent was given on ${formatDate(day, 'en')}.`,
        nb: `Et senere samtykke ble gitt ${formatDate(day, 'nb')}.`,
      },
      { en: 'Give a day on or before it.', nb: 'Oppgi en dag som ikke er etter den.' },
    ),
  alreadyRegistered: () =>
    said(
      { en: 'The participant is registered already.', nb: 'Deltakeren er allerede registrert.' },
      { en: 'Open the participant in the list.', nb: 'Åpne deltakeren i listen.' },
    ),
  codeInvalid: () =>
    said(
      { en: 'The participant code is not of the expected form.', nb: 'Deltakerkoden har ikke forventet form.' },
      { en: 'Register again; the server gives the code.', nb: 'Registrer på nytt; serveren gir koden.' },
    ),
  consentMissing: () =>
    said(
      { en: 'No informed consent has been recorded.', nb: 'Det er ikke registrert informert samtykke.' },
      { en: 'Obtain and record the consent first.', nb: 'Innhent og registrer samtykket først.' },
    ),
  consentOutdated: ({ version }: { version: string }) =>
    said(
      {
        en: `The consent given is not the version in force, ${version}.`,
        nb: `Samtykket som er gitt, er ikke den gjeldende versjonen, ${version}.`,
      },
      { en: 'Let the participant sign the version in force.', nb: 'La deltakeren signere den gjeldende versjonen.' },
    ),
  consentVersionUnknown: () =>
    said(
      { en: 'The study has no such version of the consent.', nb: 'Studien har ingen slik versjon av samtykket.' },
      { en: 'Choose a version of the study.', nb: 'Velg en av studiens versjoner.' },
    ),
  consentVersionNotInForce: ({ version }: { version: string }) =>
    said(
      {
        en: `On that day version ${version} was in force, not this one.`,
        nb: `Den dagen gjaldt versjon ${version}, ikke denne.`,
      },
      {
        en: 'Record the version that was signed, with its day.',
        nb: 'Registrer versjonen som ble signert, med riktig dag.',
      },
    ),
  noConsentInForce: () =>
    said(
      { en: 'No version of the consent was in force on that day.', nb: 'Ingen versjon av samtykket gjaldt den dagen.' },
      { en: 'Check the day.', nb: 'Kontroller dagen.' },
    ),
  consentAlreadyGiven: () =>
    said(
      {
        en: 'Consent to this version is recorded already.',
        nb: 'Samtykke til denne versjonen er allerede registrert.',
      },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  dayBeforeConsent: ({ day }: { day: string }) =>
    said(
      {
        en: `The day is before the consent of ${formatDate(day, 'en')}.`,
        nb: `Dagen er før samtykket ${formatDate(day, 'nb')}.`,
      },
      {
        en: 'Nothing of the study is done before consent; check the day.',
        nb: 'Ingenting i studien gjøres før samtykket; kontroller dagen.',
      },
    ),
  consentWithdrawn: () =>
    said(
      { en: 'The participant has withdrawn consent.', nb: 'Deltakeren har trukket samtykket.' },
      {
        en: 'No new data are collected, except about reactions to an infusion.',
        nb: 'Ingen nye data samles inn, unntatt om reaksjoner på en infusjon.',
      },
    ),
  consentWithdrawnForTreatment: () =>
    said(
      {
        en: 'The participant has withdrawn consent to treatment.',
        nb: 'Deltakeren har trukket samtykket til behandling.',
      },
      { en: 'Give no infusion; follow-up goes on.', nb: 'Gi ingen infusjon; oppfølgingen fortsetter.' },
    ),
}
