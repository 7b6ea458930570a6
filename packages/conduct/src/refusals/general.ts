import { said } from './said.ts'

/* Who asks, days, times and texts. */

export const generalRefusals = {
  roleMayNot: () =>
    said(
      { en: 'Your role may not do this.', nb: 'Rollen din har ikke lov til dette.' },
      { en: 'Ask somebody who holds the role for it.', nb: 'Be en som har rollen for det.' },
    ),
  otherSite: () =>
    said(
      { en: 'The participant belongs to another site.', nb: 'Deltakeren hører til et annet senter.' },
      { en: 'Ask the staff of that site.', nb: 'Be personalet ved det senteret.' },
    ),
  participantUnknown: () =>
    said(
      { en: 'There is no participant with this code.', nb: 'Det finnes ingen deltaker med denne koden.' },
      { en: 'Check the code against the participant list.', nb: 'Kontroller koden mot deltakerlisten.' },
    ),
  siteUnknown: () =>
    said(
      { en: 'The study has no such site.', nb: 'Studien har ikke et slikt senter.' },
      { en: 'Choose one of the study’s sites.', nb: 'Velg et av studiens sentre.' },
    ),
  encounterUnknown: () =>
    said(
      { en: 'The study has no such encounter.', nb: 'Studien har ikke et slikt besøk.' },
      { en: 'Choose an encounter of the schedule.', nb: 'Velg et besøk i planen.' },
    ),
  dateInvalid: () =>
    said(
      { en: 'This is not a calendar day.', nb: 'Dette er ikke en kalenderdag.' },
      { en: 'Give a day that exists, as 2026-11-22.', nb: 'Oppgi en dag som finnes, som 2026-11-22.' },
    ),
  dayInFuture: () =>
    said(
      { en: 'The day has not come yet.', nb: 'Dagen har ikke kommet ennå.' },
      { en: 'Give the day it happened, today at the latest.', nb: 'Oppgi dagen det skjedde, senest i dag.' },
    ),
  dayInPast: () =>
    said(
      { en: 'The day has passed.', nb: 'Dagen er passert.' },
      { en: 'Give today or a later day.', nb: 'Oppgi i dag eller en senere dag.' },
    ),
  timeInFuture: () =>
    said(
      { en: 'The time has not come yet.', nb: 'Tidspunktet har ikke kommet ennå.' },
      { en: 'Give the time it happened.', nb: 'Oppgi tidspunktet det skjedde.' },
    ),
  textMissing: () =>
    said(
      { en: 'A reason or description in words is missing.', nb: 'En begrunnelse eller beskrivelse med ord mangler.' },
      { en: 'Write it in a few words.', nb: 'Skriv den med noen få ord.' },
    ),
  nothingToRecord: () =>
    said(
      { en: 'There is nothing new to record.', nb: 'Det er ikke noe nytt å registrere.' },
      { en: 'Fill in or change something first.', nb: 'Fyll inn eller endre noe først.' },
    ),
}
