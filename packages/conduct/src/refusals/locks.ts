import { formatDate, type Text } from '@trialwright/protocol'
import { said } from './said.ts'

interface Closed {
  readonly what: Text
  readonly name: string
  readonly day: string
  /** In the words of whoever closed it; empty for those who may not read them. */
  readonly why: string
}

const because = (why: string): string => (why === '' ? '.' : `: ${why}`)

export const lockRefusals = {
  dataFrozen: ({ what, name, day, why }: Closed) =>
    said(
      {
        en: `Frozen by ${name} on ${formatDate(day, 'en')} (${what.en})${because(why)}`,
        nb: `Frosset av ${name} ${formatDate(day, 'nb')} (${what.nb})${because(why)}`,
      },
      {
        en: 'Ask the data manager or the monitor to lift the freeze.',
        nb: 'Be dataforvalteren eller monitoren oppheve frysingen.',
      },
    ),
  dataLocked: ({ what, name, day, why }: Closed) =>
    said(
      {
        en: `Locked by ${name} on ${formatDate(day, 'en')} (${what.en})${because(why)}`,
        nb: `Låst av ${name} ${formatDate(day, 'nb')} (${what.nb})${because(why)}`,
      },
      {
        en: 'Ask the data manager to unlock it, or for a correction that the investigator approves.',
        nb: 'Be dataforvalteren låse opp, eller om en rettelse som utprøveren godkjenner.',
      },
    ),
  placeUnknown: () =>
    said(
      { en: 'The study has no such visit, form or item.', nb: 'Studien har ikke et slikt besøk, skjema eller felt.' },
      { en: 'Choose one of the participant’s own.', nb: 'Velg et av deltakerens egne.' },
    ),
  alreadyClosed: () =>
    said(
      {
        en: 'This is frozen or locked already, or lies within something that is.',
        nb: 'Dette er allerede frosset eller låst, eller ligger i noe som er det.',
      },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  notFrozenHere: () =>
    said(
      { en: 'This itself is not frozen.', nb: 'Akkurat dette er ikke frosset.' },
      { en: 'Lift the freeze where it was made.', nb: 'Opphev frysingen der den ble gjort.' },
    ),
  notLockedHere: () =>
    said(
      { en: 'This itself is not locked.', nb: 'Akkurat dette er ikke låst.' },
      { en: 'Unlock where the lock was made.', nb: 'Lås opp der låsen ble satt.' },
    ),
  lockHasOpen: ({ what }: { what: Text }) =>
    said(
      { en: `Something is still open. ${what.en}.`, nb: `Noe står fortsatt åpent. ${what.nb}.` },
      {
        en: 'Close it first, or give the reason to lock all the same.',
        nb: 'Lukk det først, eller begrunn at det låses likevel.',
      },
    ),
  nothingLocked: () =>
    said(
      { en: 'Nothing is locked here.', nb: 'Ingenting er låst her.' },
      { en: 'Correct the form as usual.', nb: 'Rett skjemaet som vanlig.' },
    ),
  correctionAsked: () =>
    said(
      { en: 'A correction of this form is asked for already.', nb: 'En rettelse av skjemaet er allerede bedt om.' },
      { en: 'Wait for the investigator, or withdraw it.', nb: 'Vent på utprøveren, eller trekk den.' },
    ),
  correctionNotAsked: () =>
    said(
      { en: 'Nobody has asked to correct this form.', nb: 'Ingen har bedt om å rette dette skjemaet.' },
      { en: 'The data manager asks first.', nb: 'Dataforvalteren ber om det først.' },
    ),
  correctionApproved: () =>
    said(
      { en: 'The correction is approved already.', nb: 'Rettelsen er allerede godkjent.' },
      { en: 'Correct the form.', nb: 'Rett skjemaet.' },
    ),
  unlockProposed: () =>
    said(
      {
        en: 'Somebody has proposed to unlock the database already.',
        nb: 'Noen har allerede foreslått å låse opp databasen.',
      },
      { en: 'Another person confirms it.', nb: 'En annen person bekrefter det.' },
    ),
  unlockNotProposed: () =>
    said(
      { en: 'Nobody has proposed to unlock the database.', nb: 'Ingen har foreslått å låse opp databasen.' },
      { en: 'Propose it; another person then confirms.', nb: 'Foreslå det; en annen bekrefter deretter.' },
    ),
  unblindedStaysLocked: () =>
    said(
      {
        en: 'The study is unblinded, so its database stays locked.',
        nb: 'Studien er avblindet, så databasen forblir låst.',
      },
      {
        en: 'Ask for a correction of the form; the investigator approves it.',
        nb: 'Be om en rettelse av skjemaet; utprøveren godkjenner den.',
      },
    ),
}
