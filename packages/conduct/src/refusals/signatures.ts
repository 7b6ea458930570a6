import type { Text } from '@trialwright/protocol'
import { said } from './said.ts'

export const signatureRefusals = {
  identityNotChecked: () =>
    said(
      {
        en: 'Nobody has recorded that your identity was checked, so you may not sign.',
        nb: 'Ingen har registrert at identiteten din er kontrollert, så du kan ikke signere.',
      },
      {
        en: 'Show your identification to the administrator, who records the check.',
        nb: 'Vis legitimasjon til administratoren, som registrerer kontrollen.',
      },
    ),
  visitNotOver: () =>
    said(
      { en: 'The visit has not taken place.', nb: 'Besøket har ikke funnet sted.' },
      {
        en: 'Record the visit, or that it was missed, and sign then.',
        nb: 'Registrer besøket, eller at det uteble, og signer da.',
      },
    ),
  visitStillOpen: ({ title }: { title: Text }) =>
    said(
      { en: `${title.en} is still open.`, nb: `${title.nb} er fortsatt åpent.` },
      {
        en: 'The casebook is signed when every visit has taken place or was missed.',
        nb: 'Deltakermappen signeres når alle besøk har funnet sted eller er uteblitt.',
      },
    ),
  formNotComplete: ({ title, encounter }: { title: Text; encounter: Text }) =>
    said(
      {
        en: `The form “${title.en}” of ${encounter.en} is not complete.`,
        nb: `Skjemaet «${title.nb}» ved ${encounter.nb} er ikke komplett.`,
      },
      {
        en: 'Fill in what is missing, or say why a value is absent.',
        nb: 'Fyll inn det som mangler, eller oppgi hvorfor en verdi mangler.',
      },
    ),
  queriesStillOpen: ({ count, encounter }: { count: number; encounter: Text }) =>
    said(
      {
        en: `Queries of ${encounter.en} not answered yet: ${count}.`,
        nb: `Spørsmål ved ${encounter.nb} som ikke er besvart ennå: ${count}.`,
      },
      { en: 'Answer it, or correct the value, and sign then.', nb: 'Svar på det, eller rett verdien, og signer da.' },
    ),
  alreadySigned: () =>
    said(
      {
        en: 'This is signed, and nothing signed has changed since.',
        nb: 'Dette er signert, og ingenting signert er endret siden.',
      },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  recordChanged: () =>
    said(
      {
        en: 'Somebody changed the record after you opened it, so nothing was signed.',
        nb: 'Noen endret dataene etter at du åpnet dem, så ingenting ble signert.',
      },
      { en: 'Look at what has changed, then sign.', nb: 'Se på det som er endret, og signer så.' },
    ),
}
