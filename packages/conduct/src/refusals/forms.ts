import { said, type Said } from './said.ts'

export const formRefusals = {
  logIsOfToday: ({ day }: { readonly day: string }) =>
    said(
      { en: 'A log is written on the day itself.', nb: 'En logg skrives samme dag.' },
      {
        en: `Leave the day at ${day}; when something happened stands in its row.`,
        nb: `La dagen være ${day}; når noe skjedde, står i raden.`,
      },
    ),
  formUnknown: () =>
    said(
      { en: 'This encounter has no such form.', nb: 'Dette besøket har ikke et slikt skjema.' },
      { en: 'Choose a form of the encounter.', nb: 'Velg et skjema i besøket.' },
    ),
  formNotForRole: () =>
    said(
      { en: 'This form is filled in by another role.', nb: 'Dette skjemaet fylles ut av en annen rolle.' },
      { en: 'Ask the person whose form it is.', nb: 'Be den som skjemaet hører til.' },
    ),
  formChanged: () =>
    said(
      {
        en: 'Somebody has saved this form since you opened it.',
        nb: 'Noen har lagret dette skjemaet siden du åpnet det.',
      },
      {
        en: 'Compare with the newer values and save what still holds.',
        nb: 'Sammenlign med de nyere verdiene og lagre det som fortsatt gjelder.',
      },
    ),
  itemUnknown: () =>
    said(
      { en: 'The form has no such item.', nb: 'Skjemaet har ikke et slikt felt.' },
      { en: 'Reload the page.', nb: 'Last inn siden på nytt.' },
    ),
  itemMasked: () =>
    said(
      {
        en: 'This value could tell the arm and is kept from your role.',
        nb: 'Denne verdien kan røpe behandlingsarmen og er skjult for rollen din.',
      },
      { en: 'Leave it to the unblinded staff.', nb: 'Overlat den til det ublindede personalet.' },
    ),
  itemNotApplicable: () =>
    said(
      { en: 'This item does not concern the participant.', nb: 'Dette feltet gjelder ikke deltakeren.' },
      {
        en: 'Leave it empty, or check the values that decide it.',
        nb: 'La det stå tomt, eller kontroller verdiene som avgjør det.',
      },
    ),
  correctionNeedsReason: () =>
    said(
      { en: 'A value already recorded is changed.', nb: 'En verdi som allerede er registrert, endres.' },
      { en: 'Give the reason for the correction.', nb: 'Oppgi grunnen til rettelsen.' },
    ),
  unusualNotConfirmed: (warning: Said) =>
    said(warning.reason, {
      en: `${warning.remedy.en} Confirm the value if it is right.`,
      nb: `${warning.remedy.nb} Bekreft verdien hvis den er riktig.`,
    }),
  laboratoryMissing: () =>
    said(
      { en: 'The laboratory is missing.', nb: 'Laboratoriet mangler.' },
      { en: 'Name the laboratory that analysed the sample.', nb: 'Oppgi laboratoriet som analyserte prøven.' },
    ),
  laboratoryNotExpected: () =>
    said(
      { en: 'This form holds no laboratory results.', nb: 'Dette skjemaet har ingen laboratoriesvar.' },
      { en: 'Leave the laboratory empty.', nb: 'La laboratoriet stå tomt.' },
    ),
}
