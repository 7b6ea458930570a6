import { said } from './said.ts'

export const verificationRefusals = {
  nothingToVerify: () =>
    said(
      {
        en: 'There is no value here to compare with its source.',
        nb: 'Her er det ingen verdi å sammenligne med kilden.',
      },
      { en: 'Choose a value that is recorded.', nb: 'Velg en verdi som er registrert.' },
    ),
  valueChangedSince: () =>
    said(
      { en: 'The value was changed after you opened the form.', nb: 'Verdien er endret etter at du åpnet skjemaet.' },
      { en: 'Compare the value that is there now.', nb: 'Sammenlign verdien som står der nå.' },
    ),
  alreadyVerified: () =>
    said(
      { en: 'The value is verified as it is.', nb: 'Verdien er verifisert slik den er.' },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  namedTwice: () =>
    said(
      { en: 'This is named twice.', nb: 'Dette er nevnt to ganger.' },
      { en: 'Name each of them once.', nb: 'Nevn hver av dem én gang.' },
    ),
  notVerified: () =>
    said(
      { en: 'The value was not marked as verified.', nb: 'Verdien er ikke merket som verifisert.' },
      { en: 'There is nothing to take back.', nb: 'Det er ingenting å trekke tilbake.' },
    ),
}
