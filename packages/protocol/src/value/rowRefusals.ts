import type { CompiledItem } from '../compiled.ts'
import type { Refusal } from '../refusal.ts'
import { quoted, text } from './raw.ts'

/** Rows of one group at most, those removed among them. */
export const mostRows = 200

export const notRows = (field: string): Refusal => ({
  code: 'rowsMissing',
  field,
  reason: text('There are no rows.', 'Det er ingen rader.'),
  remedy: text(
    'Give the rows, an empty list if there are none, or the reason there is no answer.',
    'Oppgi radene, en tom liste om det ikke er noen, eller grunnen til at svaret mangler.',
  ),
})

export const tooManyRows = (field: string, count: number): Refusal => ({
  code: 'tooManyRows',
  field,
  reason: text(
    `There are ${count} rows; at most ${mostRows} are kept.`,
    `Det er ${count} rader; høyst ${mostRows} lagres.`,
  ),
  remedy: text(
    `Give at most ${mostRows} rows, such as the latest ones.`,
    `Oppgi høyst ${mostRows} rader, for eksempel de siste.`,
  ),
})

export const rowId = (field: string): Refusal => ({
  code: 'rowId',
  field,
  reason: text('The row has no usable id.', 'Raden mangler en brukbar id.'),
  remedy: text(
    'Give it an id of letters and digits, such as row-1.',
    'Gi den en id av bokstaver og sifre, for eksempel row-1.',
  ),
})

export const rowTwice = (field: string, id: string): Refusal => ({
  code: 'rowTwice',
  field,
  reason: text(`Two rows have the id ${quoted(id)}.`, `To rader har id-en ${quoted(id)}.`),
  remedy: text(
    'Remove one of them, or give it an id of its own, such as row-2.',
    'Fjern en av dem, eller gi den en egen id, for eksempel row-2.',
  ),
})

export const noSuchColumn = (item: CompiledItem, field: string, name: string): Refusal => {
  const known = (item.columns ?? []).map((c) => c.id).join(', ')
  return {
    code: 'columnUnknown',
    field,
    reason: text(`${quoted(name)} is not a column here.`, `${quoted(name)} er ikke en kolonne her.`),
    remedy: text(`Use one of these columns: ${known}.`, `Bruk en av disse kolonnene: ${known}.`),
  }
}

export const codeMissing = (field: string, codes: object): Refusal => ({
  code: 'valueMissing',
  field,
  reason: text('The row does not say what it is for.', 'Raden sier ikke hva den gjelder.'),
  remedy: text(
    `Give the row its code, such as ${Object.keys(codes)[0]}.`,
    `Gi raden sin kode, for eksempel ${Object.keys(codes)[0]}.`,
  ),
})

export const codeTwice = (field: string, code: string): Refusal => ({
  code: 'rowTwice',
  field,
  reason: text(`Two rows are for ${quoted(code)}.`, `To rader gjelder ${quoted(code)}.`),
  remedy: text(`Keep one row for ${code} and remove the other.`, `Behold én rad for ${code} og fjern den andre.`),
})

export const rowsMissing = (field: string, codes: readonly string[]): Refusal => ({
  code: 'rowsMissing',
  field,
  reason: text(`Rows are missing: ${codes.join(', ')}.`, `Rader mangler: ${codes.join(', ')}.`),
  remedy: text(
    `Add a row for each, such as ${codes[0]}, or leave the table incomplete.`,
    `Legg til en rad for hver, for eksempel ${codes[0]}, eller la tabellen være ufullstendig.`,
  ),
})

export const rowEmpty = (field: string): Refusal => ({
  code: 'rowEmpty',
  field,
  reason: text('The row is empty.', 'Raden er tom.'),
  remedy: text('Fill in at least one cell, or leave the row out.', 'Fyll ut minst én celle, eller utelat raden.'),
})

export const rowUnknown = (field: string): Refusal => ({
  code: 'rowUnknown',
  field,
  reason: text('There is no such row.', 'Det finnes ingen slik rad.'),
  remedy: text('Reload the page and choose a row that is there.', 'Last inn siden på nytt og velg en rad som finnes.'),
})

export const rowFixed = (field: string): Refusal => ({
  code: 'rowFixed',
  field,
  reason: text('The rows of this table are given.', 'Radene i denne tabellen er gitt.'),
  remedy: text(
    'Correct the cells, or give the reason they have no value, such as “not done”.',
    'Rett cellene, eller oppgi grunnen til at verdien mangler, for eksempel «ikke utført».',
  ),
})

export const rowGone = (field: string): Refusal => ({
  code: 'rowRemoved',
  field,
  reason: text('The row has been removed.', 'Raden er fjernet.'),
  remedy: text('Take the removal back first, or add a new row.', 'Angre fjerningen først, eller legg til en ny rad.'),
})

export const rowsThere = (): Refusal => ({
  code: 'rowsThere',
  reason: text('There are rows already.', 'Det finnes allerede rader.'),
  remedy: text(
    'Remove each with a reason first, such as “wrong participant”.',
    'Fjern hver av dem med en grunn først, for eksempel «feil deltaker».',
  ),
})
