/**
 * One line of RFC 4180, safe to open in a spreadsheet: a cell that a spreadsheet would take for a formula gets an apostrophe
 * before it. A plain number keeps its sign.
 */
export const csvLine = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map((cell) => quoted(safe(String(cell ?? '')))).join(',')}\r\n`

/** Excel, LibreOffice and Google Sheets calculate what begins so, also behind spaces and in full-width forms. */
const formula = /^[\s\u00A0]*[=+\-@\t\r|%＝＋－＠]/
const number = /^-?\d+([.,]\d+)?$/

const safe = (text: string): string => (formula.test(text) && !number.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n;\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Tells spreadsheets that the file is UTF-8. */
export const byteOrderMark = '\uFEFF'
