import type { Text } from '@trialwright/protocol'
import { said } from './said.ts'

export const delegationRefusals = {
  notDelegated: ({ title }: { title: Text }) =>
    said(
      {
        en: `Nothing in force delegates to you: ${title.en}.`,
        nb: `Ingen gyldig delegering gir deg: ${title.nb}.`,
      },
      {
        en: 'Ask the site’s responsible investigator to delegate it, then accept it on the page Delegation.',
        nb: 'Be senterets ansvarlige utprøver om å delegere det, og godta det på siden Delegering.',
      },
    ),
  notTrained: ({ title }: { title: Text }) =>
    said(
      {
        en: `You have no training in force: ${title.en}.`,
        nb: `Du mangler gyldig opplæring: ${title.nb}.`,
      },
      {
        en: 'The monitor, the responsible investigator or the administrator records it with its evidence.',
        nb: 'Monitor, ansvarlig utprøver eller administrator registrerer den med dokumentasjon.',
      },
    ),
  personNotAtSite: () =>
    said(
      { en: 'This person holds no role at the site.', nb: 'Denne personen har ingen rolle ved senteret.' },
      {
        en: 'The administrator gives the role first; choose somebody of the site’s list.',
        nb: 'Administratoren gir rollen først; velg en fra senterets liste.',
      },
    ),
  personNoInvestigator: () =>
    said(
      { en: 'This person is no investigator at the site.', nb: 'Denne personen er ikke utprøver ved senteret.' },
      { en: 'Give the role of investigator first.', nb: 'Gi rollen som utprøver først.' },
    ),
  investigatorAlready: () =>
    said(
      { en: 'This person answers for the site already.', nb: 'Denne personen er allerede ansvarlig for senteret.' },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  notResponsible: () =>
    said(
      {
        en: 'Only the investigator who answers for the site delegates.',
        nb: 'Bare utprøveren som er ansvarlig for senteret, delegerer.',
      },
      {
        en: 'The administrator names who answers for the site.',
        nb: 'Administratoren oppgir hvem som er ansvarlig for senteret.',
      },
    ),
  delegatedToSelf: () =>
    said(
      { en: 'Who answers for the site holds every duty.', nb: 'Den ansvarlige for senteret har alle oppgaver.' },
      { en: 'Choose somebody else.', nb: 'Velg en annen.' },
    ),
  dutyUnknown: () =>
    said(
      { en: 'The study’s list has no such duty.', nb: 'Studiens liste har ingen slik oppgave.' },
      { en: 'Choose at least one of the list.', nb: 'Velg minst én fra listen.' },
    ),
  delegationBackwards: () =>
    said(
      {
        en: 'A delegation cannot begin before it is signed.',
        nb: 'En delegering kan ikke begynne før den er signert.',
      },
      { en: 'Let it begin today or later.', nb: 'La den begynne i dag eller senere.' },
    ),
  spanBackwards: () =>
    said(
      { en: 'The end comes before the beginning.', nb: 'Slutten kommer før begynnelsen.' },
      { en: 'Give a later day.', nb: 'Oppgi en senere dag.' },
    ),
  delegationUnknown: () =>
    said(
      { en: 'The site’s log has no such delegation.', nb: 'Senterets logg har ingen slik delegering.' },
      { en: 'Load the page again and look at the log.', nb: 'Last siden på nytt og se på loggen.' },
    ),
  delegationOfAnother: () =>
    said(
      { en: 'These duties are delegated to somebody else.', nb: 'Disse oppgavene er delegert til en annen.' },
      { en: 'Each person accepts their own.', nb: 'Hver person godtar sine egne.' },
    ),
  delegationAccepted: () =>
    said(
      { en: 'This delegation is accepted already.', nb: 'Denne delegeringen er allerede godtatt.' },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  delegationOver: () =>
    said(
      { en: 'This delegation has ended.', nb: 'Denne delegeringen er avsluttet.' },
      { en: 'The investigator signs a new one.', nb: 'Utprøveren signerer en ny.' },
    ),
  trainingUnknown: () =>
    said(
      { en: 'The study asks for no such training.', nb: 'Studien krever ingen slik opplæring.' },
      { en: 'Choose one of the list.', nb: 'Velg en fra listen.' },
    ),
  trainingOwn: () =>
    said(
      { en: 'Nobody attests their own training.', nb: 'Ingen bekrefter sin egen opplæring.' },
      { en: 'Ask somebody else who may record it.', nb: 'Be en annen som kan registrere den.' },
    ),
  trainingNotRecorded: () =>
    said(
      { en: 'There is no such record of training.', nb: 'Det finnes ingen slik registrering av opplæring.' },
      { en: 'Load the page again and look at the list.', nb: 'Last siden på nytt og se på listen.' },
    ),
  findingUnknown: () =>
    said(
      { en: 'There is no such open finding at the site.', nb: 'Det finnes ikke et slikt åpent funn ved senteret.' },
      { en: 'Load the page again and look at the list.', nb: 'Last siden på nytt og se på listen.' },
    ),
}
