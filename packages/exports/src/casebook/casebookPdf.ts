import { setPages } from '../pdf/setPages.ts'
import type { Casebook } from './types.ts'
import { words } from './words.ts'

/** The casebook as a bookmarked PDF. */
export const casebookPdf = (book: Casebook): Promise<Uint8Array> =>
  setPages('casebook/casebook.typ', {
    casebook: JSON.stringify(book),
    words: JSON.stringify(Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[book.language]]))),
  })
