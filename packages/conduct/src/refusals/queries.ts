import type { Text } from '@trialwright/protocol'
import { said } from './said.ts'

const andTheVisit = (visit: Text | undefined): Text =>
  visit === undefined ? { en: '', nb: '' } : { en: ` (${visit.en})`, nb: ` (${visit.nb})` }

export const queryRefusals = {
  /** A hard edit check; `visit` where the value it is about stands at another one. */
  checkFails: ({ text, visit }: { readonly text: Text; readonly visit?: Text }) => {
    const where = andTheVisit(visit)
    return said(
      { en: `${text.en}${where.en}`, nb: `${text.nb}${where.nb}` },
      {
        en: 'Correct this value, or the one it does not agree with, and save again.',
        nb: 'Rett denne verdien, eller den som den ikke stemmer med, og lagre på nytt.',
      },
    )
  },
  queryUnknown: () =>
    said(
      { en: 'There is no such query here.', nb: 'Det finnes ikke noe slikt spørsmål her.' },
      { en: 'Reload the page and choose the query anew.', nb: 'Last inn siden på nytt og velg spørsmålet igjen.' },
    ),
  queryClosed: () =>
    said(
      { en: 'The query is closed.', nb: 'Spørsmålet er lukket.' },
      {
        en: 'Reload the page; whoever asked, or the data manager, can re-open it.',
        nb: 'Last inn siden på nytt; den som spurte, eller dataforvalteren, kan åpne det igjen.',
      },
    ),
  queryOpen: () =>
    said(
      { en: 'The query is open already.', nb: 'Spørsmålet er allerede åpent.' },
      { en: 'Reload the page.', nb: 'Last inn siden på nytt.' },
    ),
  queryNotAnswered: () =>
    said(
      { en: 'The site has not answered yet.', nb: 'Senteret har ikke svart ennå.' },
      { en: 'Say why the query is closed without an answer.', nb: 'Skriv hvorfor spørsmålet lukkes uten svar.' },
    ),
  queryNotYours: () =>
    said(
      { en: 'Somebody of another role asked this query.', nb: 'Spørsmålet er stilt av noen i en annen rolle.' },
      {
        en: 'Leave it to whoever asked, or to the data manager.',
        nb: 'Overlat det til den som spurte, eller til dataforvalteren.',
      },
    ),
  rowUnknown: () =>
    said(
      { en: 'The list has no such row.', nb: 'Listen har ikke en slik rad.' },
      { en: 'Reload the page and choose the row anew.', nb: 'Last inn siden på nytt og velg raden igjen.' },
    ),
}
