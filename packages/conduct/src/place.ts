/**
 * Where a value stands in a participant's record. Queries, source verification, freezing and the audit trail all speak of
 * places, so that one click leads from any of them to the field.
 */
export interface Place {
  readonly encounter: string
  readonly form: string
  /** Absent: the form as a whole, or its heading. */
  readonly item?: string
  /** In a repeating item: the row's lasting id, and the column within it. */
  readonly row?: string
  readonly column?: string
}

/** `day14/labs/haemoglobin`, `log/medications/list/r3/name`: the same place gives the same key, and only it does. */
export const placeKey = ({ encounter, form, item, row, column }: Place): string =>
  item === undefined || row !== undefined || column !== undefined
    ? [encounter, form, item, row, column].filter((part) => part !== undefined).join('/')
    : `${encounter}/${form}/${item}`

/** Whether `inner` is `outer` or lies within it, so that freezing a form freezes its items. */
export const isWithin = (inner: Place, outer: Place): boolean =>
  inner.encounter === outer.encounter &&
  inner.form === outer.form &&
  (outer.item === undefined || inner.item === outer.item) &&
  (outer.row === undefined || inner.row === outer.row) &&
  (outer.column === undefined || inner.column === outer.column)
