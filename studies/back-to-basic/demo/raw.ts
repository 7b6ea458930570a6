import { formOf, type RawEntry } from '@trialwright/protocol'
import { forms } from '../procedures.ts'
import type { Answers } from './answers.ts'

interface Defined {
  readonly type?: string
  readonly unit?: string
  readonly of?: Readonly<Record<string, Defined>>
}

const definitions = new Map(forms.map((form) => [form[formOf].id as string, form[formOf].items]))

/** A form's answers as a Norwegian would type them: decimal comma, unit chosen, codes, rows one by one. */
export function typedAnswers<Form extends keyof Answers>(
  form: Form,
  answers: NonNullable<Answers[Form]>,
): Readonly<Record<string, RawEntry>> {
  const items: Readonly<Record<string, Defined>> = definitions.get(form) ?? {}
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined)
  return Object.fromEntries(given.map(([item, answer]) => [item, rawOf(answer, items[item] ?? {})]))
}

function rawOf(answer: unknown, defined: Defined): RawEntry {
  if (typeof answer === 'number') return measured(answer, defined.unit)
  if (typeof answer !== 'object' || answer === null) return { typed: String(answer) }
  if ('absent' in answer) return { absent: answer.absent as string }
  if (Array.isArray(answer)) return { rows: rowsOf(answer, defined), complete: true }
  if ('unfinished' in answer) return { rows: rowsOf(answer.unfinished as readonly object[], defined), complete: false }
  if ('unit' in answer) {
    const { value, unit } = answer as { value: number; unit: string }
    return measured(value, unit)
  }
  const [sign, limit] = 'below' in answer ? ['<', answer.below] : ['>', (answer as { above: number }).above]
  return { typed: `${sign}${comma(limit as number)}`, unit: defined.unit }
}

const comma = (value: number): string => String(value).replace('.', ',')
const measured = (value: number, unit: string | undefined): RawEntry => ({ typed: comma(value), unit })

const rowsOf = (rows: readonly object[], { of = {} }: Defined) =>
  rows.map((cells, index) => ({
    id: `row${index + 1}`,
    cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, rawOf(cell, of[column] ?? {})])),
  }))
