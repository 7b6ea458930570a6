import { formatDate } from '@trialwright/protocol'
import { said } from './said.ts'

/** Shown to unblinded roles only: a site's stock. */
export const supplyRefusals = {
  noSupply: () =>
    said(
      { en: 'The study keeps no stock here.', nb: 'Studien fører ikke lager her.' },
      { en: 'Name the batch with the preparation.', nb: 'Oppgi batchen ved tilberedningen.' },
    ),
  productUnknown: () =>
    said(
      { en: 'The study has no such product.', nb: 'Studien har ikke et slikt preparat.' },
      { en: 'Choose one of the study’s products.', nb: 'Velg et av studiens preparater.' },
    ),
  lotUnknown: () =>
    said(
      { en: 'The site has no such lot.', nb: 'Senteret har ikke et slikt parti.' },
      { en: 'Choose a lot of the stock.', nb: 'Velg et parti på lageret.' },
    ),
  batchDiffers: ({ day }: { day: string }) =>
    said(
      {
        en: `This batch is in stock already, with expiry ${formatDate(day, 'en')}.`,
        nb: `Denne batchen er på lager fra før, med utløp ${formatDate(day, 'nb')}.`,
      },
      { en: 'Check batch and expiry on the box.', nb: 'Kontroller batch og utløp på esken.' },
    ),
  lotExpired: ({ day }: { day: string }) =>
    said(
      { en: `The vials expired on ${formatDate(day, 'en')}.`, nb: `Hetteglassene gikk ut ${formatDate(day, 'nb')}.` },
      { en: 'Send them back or destroy them.', nb: 'Send dem tilbake eller destruer dem.' },
    ),
  vialCountInvalid: () =>
    said(
      { en: 'Vials are a whole number from 1 to 9999.', nb: 'Hetteglass er et heltall fra 1 til 9999.' },
      { en: 'Give the number of vials.', nb: 'Oppgi antall hetteglass.' },
    ),
  notThatMany: ({ there }: { there: number }) =>
    said(
      { en: `Only ${there} vials of the lot are there.`, nb: `Det er bare ${there} hetteglass av partiet der.` },
      { en: 'Count them, and give at most so many.', nb: 'Tell dem, og oppgi høyst så mange.' },
    ),
  nothingInQuarantine: () =>
    said(
      { en: 'No vial of this lot is in quarantine.', nb: 'Ingen hetteglass av partiet er i karantene.' },
      { en: 'There is nothing to release.', nb: 'Det er ikke noe å frigi.' },
    ),
  releaseNeedsReason: () =>
    said(
      {
        en: 'The logger did not show that the cold chain was kept.',
        nb: 'Loggeren viste ikke at kjølekjeden ble holdt.',
      },
      {
        en: 'Give the reason for releasing the vials all the same.',
        nb: 'Oppgi grunnen til at hetteglassene likevel frigis.',
      },
    ),
  excursionOpen: () =>
    said(
      {
        en: 'The lot waits for a decision after a temperature excursion.',
        nb: 'Partiet venter på en avgjørelse etter et temperaturavvik.',
      },
      { en: 'Decide on the excursion first.', nb: 'Avgjør temperaturavviket først.' },
    ),
  excursionUnknown: () =>
    said(
      { en: 'There is no such temperature excursion.', nb: 'Det finnes ikke et slikt temperaturavvik.' },
      { en: 'Choose one of the list.', nb: 'Velg et fra listen.' },
    ),
  excursionDecided: () =>
    said(
      { en: 'The excursion has been decided on.', nb: 'Temperaturavviket er avgjort.' },
      { en: 'Record a new one if there was another.', nb: 'Registrer et nytt hvis det var et til.' },
    ),
  noExcursion: ({ low, high }: { low: number; high: number }) =>
    said(
      {
        en: `Both temperatures lie within the limits, ${low} to ${high} °C.`,
        nb: `Begge temperaturene er innenfor grensene, ${low} til ${high} °C.`,
      },
      { en: 'Check the readings.', nb: 'Kontroller avlesningene.' },
    ),
  lowestAboveHighest: () =>
    said(
      { en: 'The lowest temperature is above the highest.', nb: 'Den laveste temperaturen er over den høyeste.' },
      { en: 'Check both readings.', nb: 'Kontroller begge avlesningene.' },
    ),
  minutesInvalid: () =>
    said(
      { en: 'Minutes are a whole number from 1 to 100000.', nb: 'Minutter er et heltall fra 1 til 100000.' },
      { en: 'Give how long it lasted.', nb: 'Oppgi hvor lenge det varte.' },
    ),
  witnessIsYou: () =>
    said(
      { en: 'The witness is another person than you.', nb: 'Vitnet er en annen person enn deg.' },
      { en: 'Let a colleague witness it, and give the name.', nb: 'La en kollega bevitne det, og oppgi navnet.' },
    ),
  countIncomplete: () =>
    said(
      { en: 'A count names every lot that lies on a shelf.', nb: 'En telling nevner hvert parti som ligger i hyllen.' },
      { en: 'Count what is left out, 0 included.', nb: 'Tell det som mangler, også der det er 0.' },
    ),
  countTwice: () =>
    said(
      { en: 'A lot is counted twice.', nb: 'Et parti er talt to ganger.' },
      { en: 'Give one count for each.', nb: 'Oppgi én telling for hvert.' },
    ),
  countUnexplained: ({ needed }: { needed: number }) =>
    said(
      { en: `The ledger says ${needed} vials.`, nb: `Regnskapet sier ${needed} hetteglass.` },
      { en: 'Count again, or explain the difference.', nb: 'Tell på nytt, eller forklar forskjellen.' },
    ),
  countAboveRecord: ({ needed }: { needed: number }) =>
    said(
      {
        en: `The ledger says ${needed} vials, and so many more are not missing.`,
        nb: `Regnskapet sier ${needed} hetteglass, og så mange flere mangler ikke.`,
      },
      {
        en: 'Record the delivery or movement that was forgotten.',
        nb: 'Registrer leveringen eller flyttingen som ble glemt.',
      },
    ),
  stockTooSmall: ({ needed, there }: { needed: number; there: number }) =>
    said(
      {
        en: `The infusion needs ${needed} vials; ${there} are released and not expired.`,
        nb: `Infusjonen krever ${needed} hetteglass; ${there} er frigitt og ikke utgått.`,
      },
      {
        en: 'Release what is in quarantine, or have more delivered.',
        nb: 'Frigi det som er i karantene, eller få levert flere.',
      },
    ),
  pickChanged: () =>
    said(
      {
        en: 'The vials to take are others than when you opened the page.',
        nb: 'Hetteglassene som skal tas, er andre enn da du åpnet siden.',
      },
      { en: 'Look at the lots shown now, and record again.', nb: 'Se på partiene som vises nå, og registrer på nytt.' },
    ),
  vialsNotForThis: () =>
    said(
      { en: 'Nothing from the stock goes into this infusion.', nb: 'Ingenting fra lageret skal i denne infusjonen.' },
      {
        en: 'Give 0 vials; book a broken vial as waste.',
        nb: 'Oppgi 0 hetteglass; før et knust hetteglass som svinn.',
      },
    ),
  earlierBagThere: () =>
    said(
      {
        en: 'A bag prepared for an earlier request is still there.',
        nb: 'En pose tilberedt for en tidligere bestilling er der fortsatt.',
      },
      { en: 'Discard it or take it back first.', nb: 'Kasser den eller ta den tilbake først.' },
    ),
  notChecked: () =>
    said(
      { en: 'Nobody else has checked the preparation.', nb: 'Ingen andre har kontrollert tilberedningen.' },
      {
        en: 'Let a colleague sign in and check it before it is handed over.',
        nb: 'La en kollega logge inn og kontrollere den før den leveres.',
      },
    ),
  alreadyChecked: () =>
    said(
      { en: 'The preparation has been checked.', nb: 'Tilberedningen er kontrollert.' },
      { en: 'Hand it over.', nb: 'Lever den.' },
    ),
  receiverIsYou: () =>
    said(
      { en: 'The infusion is handed to somebody else.', nb: 'Infusjonen leveres til en annen.' },
      { en: 'Give the name of the person at the site.', nb: 'Oppgi navnet på personen ved senteret.' },
    ),
  notHandedOver: () =>
    said(
      { en: 'The infusion has not been handed over.', nb: 'Infusjonen er ikke levert.' },
      { en: 'Discard the bag instead.', nb: 'Kasser posen i stedet.' },
    ),
}
