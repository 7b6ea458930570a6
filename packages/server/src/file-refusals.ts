import { refusal } from './refusals.ts'

/* Refusals of what is taken out or searched. */

export const pdfUnavailable = refusal(
  'pdfUnavailable',
  ['This server could not set the pages.', 'Serveren kunne ikke lage sidene.'],
  ['Take the casebook as data, and tell the administrator.', 'Ta mappen ut som data, og si fra til administratoren.'],
)

export const allSitesOnly = refusal(
  'allSitesOnly',
  ['The whole log holds the records of all sites.', 'Hele loggen inneholder alle sentres opplysninger.'],
  ['Take the audit trail of your sites as a table.', 'Ta ut endringsloggen for dine sentre som tabell.'],
)

export const dayUnreadable = refusal(
  'dayUnreadable',
  ['There is no such day.', 'Dagen finnes ikke.'],
  ['Choose a day of the calendar.', 'Velg en dag i kalenderen.'],
)
