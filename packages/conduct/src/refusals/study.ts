import type { Text } from '@trialwright/protocol'
import { said } from './said.ts'

export const studyRefusals = {
  studyNotOpen: () =>
    said(
      { en: 'The study is not open yet.', nb: 'Studien er ikke åpnet ennå.' },
      { en: 'The administrator opens the study.', nb: 'Administratoren åpner studien.' },
    ),
  studyAlreadyOpen: () =>
    said(
      { en: 'The study is open already.', nb: 'Studien er allerede åpnet.' },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  listNotSealed: () =>
    said(
      { en: 'No randomisation list has been sealed.', nb: 'Ingen randomiseringsliste er forseglet.' },
      {
        en: 'The randomisation officer generates and seals the list first.',
        nb: 'Den randomiseringsansvarlige lager og forsegler listen først.',
      },
    ),
  listAlreadySealed: () =>
    said(
      { en: 'A randomisation list is sealed already.', nb: 'En randomiseringsliste er allerede forseglet.' },
      { en: 'A sealed list is never replaced.', nb: 'En forseglet liste blir aldri byttet ut.' },
    ),
  schemeGuessable: () =>
    said(
      {
        en: 'Who knows the earlier arms of a site can name more than 70 % of the next ones.',
        nb: 'Den som kjenner de tidligere armene ved et senter, kan forutsi mer enn 70 % av de neste.',
      },
      {
        en: 'Change the method in the study’s definition, or give the reason why it is kept: that is the sign-off.',
        nb: 'Endre metoden i studiens definisjon, eller begrunn at den beholdes: det er godkjenningen.',
      },
    ),
  listIncomplete: ({ strata }: { strata: string }) =>
    said(
      {
        en: `The list does not hold exactly the study’s strata: ${strata}.`,
        nb: `Listen inneholder ikke nøyaktig studiens strata: ${strata}.`,
      },
      { en: 'Generate it from the study’s own definition.', nb: 'Lag den fra studiens egen definisjon.' },
    ),
  commitmentInvalid: () =>
    said(
      {
        en: 'The commitment is not a SHA-256 sum in hexadecimal.',
        nb: 'Kontrollsummen er ikke en heksadesimal SHA-256.',
      },
      { en: 'Give the commitment the generator made.', nb: 'Oppgi kontrollsummen som generatoren laget.' },
    ),
  assumptionsOpen: ({ ids }: { ids: string }) =>
    said(
      { en: `Assumptions nobody has confirmed: ${ids}.`, nb: `Antakelser som ingen har bekreftet: ${ids}.` },
      {
        en: 'The sponsor confirms each of them in the study’s definition; until then the study runs in demo mode only.',
        nb: 'Sponsor bekrefter hver av dem i studiens definisjon; til da kjører studien bare i demomodus.',
      },
    ),
  siteNotOpen: () =>
    said(
      { en: 'The site is not open for inclusion.', nb: 'Senteret er ikke åpent for inklusjon.' },
      { en: 'The administrator opens the site.', nb: 'Administratoren åpner senteret.' },
    ),
  siteAlreadyOpen: () =>
    said(
      { en: 'The site is open already.', nb: 'Senteret er allerede åpent.' },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  approvalsMissing: ({ title }: { title: Text }) =>
    said(
      {
        en: `The site lacks approvals for this protocol version: ${title.en}.`,
        nb: `Senteret mangler godkjenninger for denne protokollversjonen: ${title.nb}.`,
      },
      {
        en: 'The administrator records each with its reference and day; until then nobody is included.',
        nb: 'Administratoren registrerer hver av dem med referanse og dato; til da inkluderes ingen.',
      },
    ),
  approvalUnknown: () =>
    said(
      { en: 'The study asks for no such approval.', nb: 'Studien krever ingen slik godkjenning.' },
      { en: 'Choose one of the site’s list.', nb: 'Velg en fra senterets liste.' },
    ),
  approvalOtherVersion: ({ version }: { version: string }) =>
    said(
      {
        en: `The protocol version that runs is ${version}.`,
        nb: `Protokollversjonen som kjører, er ${version}.`,
      },
      {
        en: 'Record approvals of this version; earlier ones stand as they were recorded.',
        nb: 'Registrer godkjenninger av denne versjonen; tidligere står slik de ble registrert.',
      },
    ),
  approvalRecorded: () =>
    said(
      { en: 'This approval is recorded already.', nb: 'Denne godkjenningen er allerede registrert.' },
      {
        en: 'If it was recorded wrongly, withdraw it with a reason and record it again.',
        nb: 'Hvis den ble feil registrert, trekk den tilbake med en grunn og registrer den på nytt.',
      },
    ),
  approvalComputed: () =>
    said(
      {
        en: 'The site’s training is read from its people’s records.',
        nb: 'Senterets opplæring leses av registreringene for dets ansatte.',
      },
      {
        en: 'Record the training of the investigator who answers for the site.',
        nb: 'Registrer opplæringen til utprøveren som er ansvarlig for senteret.',
      },
    ),
  approvalNotRecorded: () =>
    said(
      { en: 'No such approval is recorded at the site.', nb: 'Ingen slik godkjenning er registrert ved senteret.' },
      { en: 'Load the page again and look at the list.', nb: 'Last siden på nytt og se på listen.' },
    ),
  rangeItemUnknown: () =>
    said(
      { en: 'The study has no such laboratory item.', nb: 'Studien har ingen slik laboratorieverdi.' },
      { en: 'Name a laboratory item of the form.', nb: 'Oppgi en laboratorieverdi i skjemaet.' },
    ),
  rangeUnitUnknown: ({ units }: { units: string }) =>
    said(
      {
        en: `The item is not reported in this unit; its units are ${units}.`,
        nb: `Verdien rapporteres ikke i denne enheten; enhetene er ${units}.`,
      },
      { en: 'Give the limits in one of them.', nb: 'Oppgi grensene i en av dem.' },
    ),
  rangeLimitsInvalid: () =>
    said(
      {
        en: 'A range needs a lower or an upper limit, the lower one below the upper one.',
        nb: 'Et område trenger en nedre eller en øvre grense, den nedre under den øvre.',
      },
      { en: 'Correct the limits.', nb: 'Rett grensene.' },
    ),
  rangeSpanInvalid: () =>
    said(
      {
        en: 'Ages or days of the range are in the wrong order.',
        nb: 'Aldre eller datoer i området er i feil rekkefølge.',
      },
      { en: 'Let the end come after the beginning.', nb: 'La slutten komme etter begynnelsen.' },
    ),
}
