import type { Facts } from '../record.ts'
import type { AbsenceReason, Entry, FilledForm, LaboratoryRange } from '../value/entry.ts'

type Value =
  | number
  | string
  | { below: number }
  | { above: number }
  | { absent: AbsenceReason }
  | readonly Readonly<Record<string, Value>>[]
  | { rows: readonly Readonly<Record<string, Value>>[]; complete: boolean }

/** Forms by their values alone, as tests like to say them: `facts({ pain: { now: 5 } })`, all at screening. */
export function facts(
  forms: Readonly<Record<string, Readonly<Record<string, Value>>>>,
  rest: Partial<Facts> & { laboratory?: string; encounter?: string; date?: string } = {},
): Facts {
  const { laboratory, encounter = 'screening', date = '2026-01-10', ...others } = rest
  const filled: FilledForm[] = Object.entries(forms).map(([form, values]) => ({
    form,
    encounter,
    date,
    ...(laboratory === undefined ? {} : { laboratory }),
    entries: Object.fromEntries(Object.entries(values).map(([item, value]) => [item, entryOf(value)])),
  }))
  return {
    today: '2026-01-10',
    events: { consent: '2026-01-10' },
    ranges: [],
    ...others,
    forms: [...(others.forms ?? []), ...filled],
  }
}

function entryOf(value: Value): Entry {
  if (typeof value !== 'object') return { typed: String(value), value }
  if ('absent' in value) return value
  if (Array.isArray(value))
    return entryOf({ rows: value as readonly Readonly<Record<string, Value>>[], complete: true })
  if ('rows' in value) {
    const rows = value.rows.map((cells, index) => ({
      id: `r${index}`,
      cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, entryOf(cell)])),
    }))
    return { typed: '', value: { rows, complete: value.complete } }
  }
  return { typed: '', value: value as { below: number } | { above: number } }
}

export const haemoglobinRange: LaboratoryRange = {
  laboratory: 'north',
  form: 'blood',
  item: 'haemoglobin',
  sex: 'female',
  fromAge: 18,
  toAge: 150,
  from: '2020-01-01',
  low: 117,
  high: 153,
  unit: 'g/L',
}
