import { said } from './said.ts'

/** Shown to unblinded roles only. */
export const preparationRefusals = {
  noAllocation: () =>
    said(
      { en: 'No arm has been allocated.', nb: 'Ingen behandlingsarm er tildelt.' },
      { en: 'Call the randomisation officer.', nb: 'Ring den randomiseringsansvarlige.' },
    ),
  alreadyPrepared: () =>
    said(
      { en: 'The infusion has been prepared.', nb: 'Infusjonen er tilberedt.' },
      { en: 'Hand it over.', nb: 'Lever den.' },
    ),
  notPrepared: () =>
    said(
      { en: 'The infusion has not been prepared.', nb: 'Infusjonen er ikke tilberedt.' },
      { en: 'Record the preparation first.', nb: 'Registrer tilberedningen først.' },
    ),
  alreadyHandedOver: () =>
    said(
      { en: 'The infusion has been handed over.', nb: 'Infusjonen er levert.' },
      { en: 'There is nothing to do.', nb: 'Det er ikke noe å gjøre.' },
    ),
  doseUnknown: () =>
    said(
      { en: 'The dose cannot be computed.', nb: 'Dosen kan ikke beregnes.' },
      { en: 'Ask the site to check the weight.', nb: 'Be senteret kontrollere vekten.' },
    ),
  vialsTooFew: ({ needed }: { needed: number }) =>
    said(
      { en: `The dose needs ${needed} vials.`, nb: `Dosen krever ${needed} hetteglass.` },
      { en: 'Check the dose and the vials opened.', nb: 'Kontroller dosen og antall åpnede hetteglass.' },
    ),
  vialsNeedReason: ({ needed }: { needed: number }) =>
    said(
      { en: `The dose needs only ${needed} vials.`, nb: `Dosen krever bare ${needed} hetteglass.` },
      { en: 'Give the reason for opening more.', nb: 'Oppgi grunnen til at flere ble åpnet.' },
    ),
  vialsInvalid: () =>
    said(
      { en: 'Vials are a whole number from 0 to 99.', nb: 'Hetteglass er et heltall fra 0 til 99.' },
      { en: 'Give the number opened.', nb: 'Oppgi antallet som ble åpnet.' },
    ),
  secondPersonIsFirst: () =>
    said(
      { en: 'The check is made by a second person.', nb: 'Kontrollen gjøres av en annen person.' },
      {
        en: 'Let a colleague check, and give the colleague’s name.',
        nb: 'La en kollega kontrollere, og oppgi kollegaens navn.',
      },
    ),
  labelTaken: () =>
    said(
      { en: 'The label has been used.', nb: 'Etiketten er brukt.' },
      { en: 'Try again; a new one is drawn.', nb: 'Prøv igjen; en ny trekkes.' },
    ),
}
