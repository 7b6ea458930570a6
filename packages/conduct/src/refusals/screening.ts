import { said } from './said.ts'

export const screeningRefusals = {
  passwordNotChecked: () =>
    said(
      { en: 'A signature needs your password again.', nb: 'En signatur krever passordet ditt på nytt.' },
      { en: 'Enter your password and sign.', nb: 'Skriv inn passordet og signer.' },
    ),
  notEligible: ({ criteria }: { criteria: string }) =>
    said(
      { en: `The participant is not eligible: ${criteria}.`, nb: `Deltakeren oppfyller ikke kravene: ${criteria}.` },
      {
        en: 'Correct a wrong value, or record the screen failure.',
        nb: 'Rett en feil verdi, eller registrer at screeningen ikke ble bestått.',
      },
    ),
  eligibilityUndecided: ({ criteria }: { criteria: string }) =>
    said(
      { en: `Not yet decided: ${criteria}.`, nb: `Ikke avgjort ennå: ${criteria}.` },
      {
        en: 'Enter the missing values; the screening page says which.',
        nb: 'Fyll inn verdiene som mangler; screeningsiden viser hvilke.',
      },
    ),
  eligibilityNotConfirmed: () =>
    said(
      { en: 'No investigator has confirmed eligibility.', nb: 'Ingen utprøver har bekreftet at kravene er oppfylt.' },
      { en: 'Let an investigator confirm and sign it.', nb: 'La en utprøver bekrefte og signere.' },
    ),
  eligibilityAlreadyConfirmed: () =>
    said(
      {
        en: 'Eligibility is confirmed, and nothing it rests on has changed.',
        nb: 'At kravene er oppfylt, er bekreftet, og ingenting det bygger på er endret.',
      },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  screenFailureUnexplained: () =>
    said(
      {
        en: 'No criterion has failed, so screening needs another reason to end.',
        nb: 'Ingen kriterier er brutt, så screeningen trenger en annen grunn for å avsluttes.',
      },
      { en: 'Write why screening ends.', nb: 'Skriv hvorfor screeningen avsluttes.' },
    ),
  alreadyScreenFailed: () =>
    said(
      { en: 'Screening has ended in a screen failure.', nb: 'Screeningen er avsluttet som ikke bestått.' },
      { en: 'Start a re-screening to go on.', nb: 'Start en ny screening for å gå videre.' },
    ),
  notScreenFailed: () =>
    said(
      {
        en: 'There is no screen failure to start again from.',
        nb: 'Det er ingen ikke bestått screening å begynne på nytt fra.',
      },
      { en: 'Go on with the present screening.', nb: 'Fortsett den pågående screeningen.' },
    ),
  requirementNotMet: ({ text, remedy }: { text: { en: string; nb: string }; remedy: { en: string; nb: string } }) =>
    said({ en: `Not met: ${text.en}`, nb: `Ikke oppfylt: ${text.nb}` }, remedy),
  requirementUndecided: ({ text, remedy }: { text: { en: string; nb: string }; remedy: { en: string; nb: string } }) =>
    said({ en: `Not yet known: ${text.en}`, nb: `Ikke kjent ennå: ${text.nb}` }, remedy),
}
