import { formatDate } from '@trialwright/protocol'
import { said } from './said.ts'

/** Of files with laboratory results. */
export const laboratoryRefusals = {
  fileEmpty: () =>
    said(
      { en: 'The file has no results.', nb: 'Filen har ingen resultater.' },
      { en: 'Choose a file with a heading and at least one row.', nb: 'Velg en fil med overskrift og minst én rad.' },
    ),
  fileTooLarge: ({ most }: { readonly most: number }) =>
    said(
      { en: `The file has more than ${most} bytes.`, nb: `Filen er større enn ${most} byte.` },
      { en: 'Send it in parts, each with the heading.', nb: 'Send den i deler, hver med overskriften.' },
    ),
  tooManyResults: ({ most }: { readonly most: number }) =>
    said(
      { en: `The file has more than ${most} rows.`, nb: `Filen har mer enn ${most} rader.` },
      { en: 'Send it in parts, each with the heading.', nb: 'Send den i deler, hver med overskriften.' },
    ),
  fileEncoding: ({ encoding }: { readonly encoding: string }) =>
    said(
      {
        en: `The file is not in UTF-8; it seems to be in ${encoding}, so letters such as å or µ would be lost.`,
        nb: `Filen er ikke i UTF-8; den ser ut til å være i ${encoding}, så bokstaver som å eller µ ville gå tapt.`,
      },
      {
        en: 'Save it again as “CSV UTF-8” and choose that file.',
        nb: 'Lagre den på nytt som «CSV UTF-8» og velg den filen.',
      },
    ),
  fileNotText: () =>
    said(
      { en: 'The file is not text.', nb: 'Filen er ikke tekst.' },
      {
        en: 'Choose a CSV file, not a workbook, a picture or a PDF.',
        nb: 'Velg en CSV-fil, ikke en arbeidsbok, et bilde eller en PDF.',
      },
    ),
  csvQuotes: () =>
    said(
      {
        en: 'A quotation mark is open or stands inside a cell.',
        nb: 'Et anførselstegn er åpent eller står inne i en celle.',
      },
      {
        en: 'Put the whole cell in quotation marks and double those inside it.',
        nb: 'Sett hele cellen i anførselstegn og doble dem som står inni.',
      },
    ),
  csvSeparator: ({ separator }: { readonly separator: string }) =>
    said(
      { en: `The heading is not separated by “${separator}”.`, nb: `Overskriften er ikke delt med «${separator}».` },
      { en: 'Choose the other separator.', nb: 'Velg det andre skilletegnet.' },
    ),
  columnUnknown: () =>
    said(
      { en: 'No column of results has this name.', nb: 'Ingen kolonne for resultater har dette navnet.' },
      {
        en: 'Use the names in the list of columns, and leave out what the study does not ask for.',
        nb: 'Bruk navnene i listen over kolonner, og utelat det studien ikke spør om.',
      },
    ),
  columnTwice: () =>
    said(
      { en: 'The column is there twice.', nb: 'Kolonnen står to ganger.' },
      { en: 'Keep one of them.', nb: 'Behold en av dem.' },
    ),
  columnMissing: () =>
    said(
      { en: 'This column is missing.', nb: 'Denne kolonnen mangler.' },
      { en: 'Add it to the heading and to every row.', nb: 'Legg den til i overskriften og i hver rad.' },
    ),
  unitWithoutResult: () =>
    said(
      { en: 'There is a unit without a result.', nb: 'Det er en enhet uten resultat.' },
      { en: 'Add the result, or leave the unit empty.', nb: 'Legg til resultatet, eller la enheten stå tom.' },
    ),
  noResultColumns: () =>
    said(
      { en: 'The heading names no result.', nb: 'Overskriften har ingen resultater.' },
      { en: 'Add a column such as those in the list.', nb: 'Legg til en kolonne som dem i listen.' },
    ),
  cellCount: ({ found, expected }: { readonly found: number; readonly expected: number }) =>
    said(
      {
        en: `The row has ${found} cells, the heading ${expected}.`,
        nb: `Raden har ${found} celler, overskriften ${expected}.`,
      },
      {
        en: 'Check separators and quotation marks; a comma inside a number needs them or “;” as separator.',
        nb: 'Kontroller skilletegn og anførselstegn; et komma i et tall krever dem, eller «;» som skilletegn.',
      },
    ),
  rowWithoutResult: () =>
    said(
      { en: 'The row has no result.', nb: 'Raden har ikke noe resultat.' },
      { en: 'Fill one in, or remove the row.', nb: 'Fyll inn ett, eller fjern raden.' },
    ),
  codeUnreadable: () =>
    said(
      { en: 'This is not a participant’s code.', nb: 'Dette er ikke en deltakerkode.' },
      {
        en: 'Write the code as in the list of participants, capital letters, a hyphen and digits.',
        nb: 'Skriv koden som i deltakerlisten: store bokstaver, bindestrek og sifre.',
      },
    ),
  participantNotHere: () =>
    said(
      { en: 'No participant of your site has this code.', nb: 'Ingen deltaker ved senteret ditt har denne koden.' },
      { en: 'Check the code; remove rows of other sites.', nb: 'Kontroller koden; fjern rader fra andre sentre.' },
    ),
  sampledMissing: () =>
    said(
      { en: 'The day of sampling is missing.', nb: 'Prøvedagen mangler.' },
      { en: 'Fill in the day the sample was taken.', nb: 'Fyll inn dagen prøven ble tatt.' },
    ),
  dayNotDeclared: ({ format }: { readonly format: string }) =>
    said(
      { en: `This is not a day written as ${format}.`, nb: `Dette er ikke en dag skrevet som ${format}.` },
      {
        en: 'Write it so, or choose the format the file has. A spreadsheet may have turned a number into a date.',
        nb: 'Skriv den slik, eller velg formatet filen har. Et regneark kan ha gjort et tall om til en dato.',
      },
    ),
  decimalNotDeclared: ({ decimal }: { readonly decimal: string }) =>
    said(
      {
        en: `The number has another decimal sign than the “${decimal}” that was chosen.`,
        nb: `Tallet har et annet desimaltegn enn «${decimal}», som er valgt.`,
      },
      {
        en: 'Choose the decimal sign the file has; thousands are not separated.',
        nb: 'Velg desimaltegnet filen har; tusener skilles ikke.',
      },
    ),
  noVisitThatDay: ({ day }: { readonly day: string }) =>
    said(
      {
        en: `No visit with this form took place on ${formatDate(day, 'en')}.`,
        nb: `Ingen besøk med dette skjemaet fant sted ${formatDate(day, 'nb')}.`,
      },
      {
        en: 'Record the visit first, also one beside the plan, or name the encounter in the file.',
        nb: 'Registrer besøket først, også et ekstra besøk, eller oppgi besøket i filen.',
      },
    ),
  severalVisitsThatDay: ({ encounters }: { readonly encounters: string }) =>
    said(
      { en: `Several visits could be meant: ${encounters}.`, nb: `Flere besøk kan være ment: ${encounters}.` },
      { en: 'Name the encounter in the file.', nb: 'Oppgi besøket i filen.' },
    ),
  resultTwice: ({ line }: { readonly line: number }) =>
    said(
      {
        en: `Line ${line} holds a result of the same item at the same visit.`,
        nb: `Linje ${line} har et resultat for samme felt ved samme besøk.`,
      },
      { en: 'Keep the row that holds, and remove the other.', nb: 'Behold raden som gjelder, og fjern den andre.' },
    ),
  sampleTwice: ({ line }: { readonly line: number }) =>
    said(
      {
        en: `Line ${line} gives the same sample to another participant or day.`,
        nb: `Linje ${line} gir samme prøve til en annen deltaker eller dag.`,
      },
      { en: 'Ask the laboratory whose sample it is.', nb: 'Spør laboratoriet hvem prøven tilhører.' },
    ),
  fileTaken: ({ day, by }: { readonly day: string; readonly by: string }) =>
    said(
      {
        en: `This file was taken already, on ${formatDate(day, 'en')} by ${by}.`,
        nb: `Denne filen er allerede tatt inn, ${formatDate(day, 'nb')} av ${by}.`,
      },
      {
        en: 'There is nothing to do. A corrected file is another file.',
        nb: 'Ingenting å gjøre. En rettet fil er en annen fil.',
      },
    ),
  previewOutdated: () =>
    said(
      {
        en: 'Something was recorded since the preview, so it no longer shows what would happen.',
        nb: 'Noe er registrert siden forhåndsvisningen, så den viser ikke lenger hva som vil skje.',
      },
      { en: 'Look at the new preview and accept that.', nb: 'Se på den nye forhåndsvisningen og godta den.' },
    ),
}
