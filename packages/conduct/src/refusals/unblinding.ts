import { said } from './said.ts'

/* Code breaks, envelopes, accidental and planned unblinding. */

export const unblindingRefusals = {
  armNamed: () =>
    said(
      {
        en: 'These words name an arm or its product, and blinded people will read them.',
        nb: 'Teksten nevner en behandlingsarm eller preparatet, og den leses av blindede.',
      },
      { en: 'Write it without saying which treatment.', nb: 'Skriv det uten å si hvilken behandling.' },
    ),
  openingOfAnother: () =>
    said(
      { en: 'The record of the opening is of another participant.', nb: 'Åpningsfilen gjelder en annen deltaker.' },
      { en: 'Choose the participant it names.', nb: 'Velg deltakeren den nevner.' },
    ),
  openingReconciled: () =>
    said(
      { en: 'This opening has been recorded already.', nb: 'Denne åpningen er allerede registrert.' },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  itemNotUnblinded: () =>
    said(
      { en: 'This value belongs to the site’s own form.', nb: 'Denne verdien hører til senterets eget skjema.' },
      { en: 'Leave it to the site.', nb: 'Overlat den til senteret.' },
    ),
  databaseLocked: () =>
    said(
      { en: 'The database is locked; data no longer change.', nb: 'Databasen er låst; data endres ikke lenger.' },
      { en: 'Ask the data manager.', nb: 'Spør dataforvalteren.' },
    ),
  databaseNotLocked: () =>
    said(
      { en: 'The database is not locked.', nb: 'Databasen er ikke låst.' },
      { en: 'The data manager locks it first.', nb: 'Dataforvalteren låser den først.' },
    ),
  unblindingProposed: () =>
    said(
      { en: 'Unblinding is proposed already.', nb: 'Avblinding er allerede foreslått.' },
      { en: 'Another person confirms it.', nb: 'En annen person bekrefter den.' },
    ),
  unblindingNotProposed: () =>
    said(
      { en: 'Nobody has proposed unblinding.', nb: 'Ingen har foreslått avblinding.' },
      { en: 'Propose it; another person then confirms.', nb: 'Foreslå den; en annen bekrefter deretter.' },
    ),
  alreadyUnblinded: () =>
    said(
      { en: 'The study is unblinded.', nb: 'Studien er avblindet.' },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  secondSignatureIsFirst: () =>
    said(
      { en: 'You proposed it yourself.', nb: 'Du foreslo den selv.' },
      { en: 'Let another person confirm and sign.', nb: 'La en annen person bekrefte og signere.' },
    ),
}
