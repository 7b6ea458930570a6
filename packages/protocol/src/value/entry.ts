/** Why an item has no value. `notApplicable` says the thing does not exist, so nothing said of it holds; the others leave it unknown. */
export type AbsenceReason = 'notDone' | 'notKnown' | 'notApplicable' | 'refused'

export const absenceReasons: readonly AbsenceReason[] = ['notDone', 'notKnown', 'notApplicable', 'refused']

/** A number outside what the method measures: `<5` is `{ below: 5 }`. */
export type Censored = { readonly below: number } | { readonly above: number }

/** A row of a repeating group. Its id is given once and never used for another row. */
export interface Row {
  readonly id: string
  readonly cells: Readonly<Record<string, Entry>>
  /** Entered in error: the row stays to be read, and counts for nothing. */
  readonly removed?: true
}

/** All rows of a repeating group, those removed among them, in the order they were added; `complete` says there are no more. */
export interface Rows {
  readonly rows: readonly Row[]
  readonly complete: boolean
}

/** The rows that count. */
export const standing = ({ rows }: Rows): readonly Row[] => rows.filter(({ removed }) => removed !== true)

/** The rows of an answer that has rows. */
export const rowsOf = (entry: Entry | undefined): Rows | undefined =>
  entry !== undefined && 'value' in entry && typeof entry.value === 'object' && 'rows' in entry.value
    ? entry.value
    : undefined

/** What was typed beside what it was read as: a number, a code, `2018-05`, `14:05`, a text, rows. Numbers are in the unit as reported. */
export type Entry =
  | { readonly typed: string; readonly value: number | string | Censored | Rows; readonly unit?: string }
  | { readonly typed?: string; readonly absent: AbsenceReason }

/** One form as filled in at one encounter. */
export interface FilledForm {
  readonly form: string
  readonly encounter: string
  /** Local calendar day of the visit, sample or answer, `2026-11-22`. */
  readonly date: string
  readonly laboratory?: string
  readonly entries: Readonly<Record<string, Entry>>
}

/** Limits a laboratory had in force, for a sex and an age. Ages in completed years, `toAge` and `to` excluded. */
export interface LaboratoryRange {
  readonly laboratory: string
  readonly form: string
  readonly item: string
  readonly sex: 'female' | 'male' | 'any'
  readonly fromAge: number
  readonly toAge: number
  readonly from: string
  readonly to?: string
  readonly low?: number
  readonly high?: number
  readonly unit: string
}
