import { formatDate, type Text } from '@trialwright/protocol'
import { said } from './said.ts'

export const encounterRefusals = {
  unscheduledNotPlanned: () =>
    said(
      { en: 'The study knows no visits beside its plan.', nb: 'Studien har ingen besøk utenom planen.' },
      {
        en: 'Record it at the planned encounter it belongs to.',
        nb: 'Registrer det ved det planlagte besøket det hører til.',
      },
    ),
  unscheduledTooMany: () =>
    said(
      { en: 'There are 99 unscheduled visits already.', nb: 'Det finnes allerede 99 ekstra besøk.' },
      { en: 'Add the forms to one of them.', nb: 'Legg skjemaene til et av dem.' },
    ),
  unscheduledFormsMissing: () =>
    said(
      { en: 'No form is chosen.', nb: 'Ingen skjemaer er valgt.' },
      {
        en: 'Choose at least one form to fill in at this visit.',
        nb: 'Velg minst ett skjema som skal fylles ut ved dette besøket.',
      },
    ),
  unscheduledFormFilled: ({ title }: { readonly title: Text }) =>
    said(
      { en: `${title.en} has been filled in at this visit.`, nb: `${title.nb} er fylt ut ved dette besøket.` },
      {
        en: 'Keep the form chosen; correct its values instead.',
        nb: 'La skjemaet være valgt; rett verdiene i stedet.',
      },
    ),
  encounterNotYetOpen: () =>
    said(
      {
        en: 'What this encounter is counted from has not happened yet.',
        nb: 'Det dette besøket regnes fra, har ikke skjedd ennå.',
      },
      { en: 'Record the earlier steps first.', nb: 'Registrer de tidligere stegene først.' },
    ),
  encounterNotApplicable: () =>
    said(
      { en: 'This encounter does not concern the participant.', nb: 'Dette besøket gjelder ikke deltakeren.' },
      { en: 'Check the values that decide it.', nb: 'Kontroller verdiene som avgjør det.' },
    ),
  visitAlreadyRecorded: () =>
    said(
      { en: 'The visit has taken place on this day already.', nb: 'Besøket er allerede registrert denne dagen.' },
      {
        en: 'To correct its day, give another day and a reason.',
        nb: 'For å rette dagen, oppgi en annen dag og en begrunnelse.',
      },
    ),
  visitDayNeedsReason: () =>
    said(
      { en: 'The visit is recorded with another day.', nb: 'Besøket er registrert med en annen dag.' },
      { en: 'Give the reason for the correction.', nb: 'Oppgi grunnen til rettelsen.' },
    ),
  visitHasInfusion: () =>
    said(
      { en: 'An infusion is tied to this visit.', nb: 'En infusjon er knyttet til dette besøket.' },
      { en: 'Its day stays the day of the infusion.', nb: 'Dagen forblir infusjonsdagen.' },
    ),
  visitOutsideWindow: ({ from, to }: { from: string; to: string }) =>
    said(
      {
        en: `The day is outside the window, ${formatDate(from, 'en')} to ${formatDate(to, 'en')}.`,
        nb: `Dagen er utenfor vinduet, ${formatDate(from, 'nb')} til ${formatDate(to, 'nb')}.`,
      },
      {
        en: 'Check the day, or give the reason; the visit will be shown as outside its window.',
        nb: 'Kontroller dagen, eller oppgi grunnen; besøket vises som utenfor vinduet.',
      },
    ),
  visitNotRecorded: () =>
    said(
      { en: 'The visit has not been recorded.', nb: 'Besøket er ikke registrert.' },
      { en: 'Record that the visit takes place today.', nb: 'Registrer at besøket finner sted i dag.' },
    ),
  visitNotToday: ({ day }: { day: string }) =>
    said(
      {
        en: `The visit is recorded for ${formatDate(day, 'en')}, not for today.`,
        nb: `Besøket er registrert ${formatDate(day, 'nb')}, ikke i dag.`,
      },
      { en: 'Correct the visit’s day with a reason.', nb: 'Rett besøksdagen med en begrunnelse.' },
    ),
  visitMissed: () =>
    said(
      { en: 'The visit is recorded as missed.', nb: 'Besøket er registrert som uteblitt.' },
      {
        en: 'If it took place after all, record the visit with the reason.',
        nb: 'Registrer besøket med en begrunnelse hvis det likevel fant sted.',
      },
    ),
  alreadyMissed: () =>
    said(
      { en: 'The visit is recorded as missed already.', nb: 'Besøket er allerede registrert som uteblitt.' },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  missedTooEarly: ({ from }: { from: string }) =>
    said(
      {
        en: `The visit can still take place: its window opens on ${formatDate(from, 'en')}.`,
        nb: `Besøket kan fortsatt finne sted: vinduet åpner ${formatDate(from, 'nb')}.`,
      },
      { en: 'Record it as missed once its window has come.', nb: 'Registrer det som uteblitt når vinduet er kommet.' },
    ),
  firstInfusionCannotBeMissed: () =>
    said(
      {
        en: 'The first infusion starts the study days; it is postponed, never skipped.',
        nb: 'Den første infusjonen starter studiedagene; den utsettes, men hoppes aldri over.',
      },
      { en: 'Book another day, or stop treatment.', nb: 'Avtal en annen dag, eller avslutt behandlingen.' },
    ),
  earlierInfusionOpen: ({ title }: { title: { en: string; nb: string } }) =>
    said(
      { en: `${title.en} is neither given nor missed.`, nb: `${title.nb} er verken gitt eller uteblitt.` },
      { en: 'Give it, or record it as missed.', nb: 'Gi den, eller registrer den som uteblitt.' },
    ),
  beforeEarlierVisit: ({ day }: { day: string }) =>
    said(
      {
        en: `An earlier infusion visit took place on ${formatDate(day, 'en')}.`,
        nb: `Et tidligere infusjonsbesøk fant sted ${formatDate(day, 'nb')}.`,
      },
      { en: 'Give a day after it.', nb: 'Oppgi en dag etter det.' },
    ),
  afterLaterVisit: () =>
    said(
      { en: 'A later infusion visit has taken place.', nb: 'Et senere infusjonsbesøk har funnet sted.' },
      {
        en: 'Record this one as missed, or correct the later one.',
        nb: 'Registrer dette som uteblitt, eller rett det senere.',
      },
    ),
}
