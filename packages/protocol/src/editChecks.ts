import type { CheckedItem, CompiledCheck, CompiledStudy } from './compiled.ts'
import { answerOf, NO, UNKNOWN, YES, type Answer, type Tri } from './expression/answer.ts'
import { NO_ROW, trialEvents, UNRECORDED, type EvaluationRecord, type Fact, type FactRow } from './expression/fact.ts'
import type { Read } from './expression/meaning.ts'
import type { TrialEvent } from './expression/nodes.ts'
import type { StudyScope } from './expression/scope.ts'
import { opened, readsOf } from './checks/walk.ts'
import { rowsOf, standing, type Entry } from './value/entry.ts'

/** What a check says of the record, or of one of its rows. `notApplicable`: it does not concern the participant. */
export interface CheckAnswer {
  readonly answer: Answer | 'notApplicable'
  /** The row’s lasting id. */
  readonly row?: string
  /** Of a no: everything the check went by, so that a later no can be told from the same one. */
  readonly seen?: string
}

/** An edit check, ready to be asked. */
export interface EditCheck {
  readonly check: CompiledCheck
  /** The items it reads, its rows among them, each once. */
  readonly reads: readonly CheckedItem[]
  readonly events: readonly TrialEvent[]
  /** The record is that of the visit the check is asked at, its `today` the day of the form asked about. */
  ask(record: EvaluationRecord): readonly CheckAnswer[]
  /** Where the value asked about was found, when that is not settled by the check itself. */
  encounterOf(record: EvaluationRecord): string | undefined
}

/** Columns are read with the rows they stand in. */
function readBy(study: CompiledStudy, { about, rows, expects, appliesTo }: CompiledCheck): readonly CheckedItem[] {
  const nodes = [expects, ...(appliesTo === undefined ? [] : [appliesTo])].flatMap((node) => readsOf(study, node))
  return [
    ...(rows === undefined ? [] : [{ form: rows.form, item: rows.group, at: rows.at }]),
    ...about.filter(({ group }) => group === undefined),
    ...nodes.flatMap((node): readonly CheckedItem[] => {
      if (!('item' in node)) return [{ form: node.form, item: node.group, at: node.at }]
      return node.group === undefined ? [{ form: node.form, item: node.item, at: node.at }] : []
    }),
  ]
}

/** Everything the check went by, as one text: the same text, the same values. */
function seenBy(scope: StudyScope, reads: readonly CheckedItem[], events: readonly TrialEvent[]) {
  const slots = reads.map(({ form, item, at }) => scope.slot(form, item, at))
  const days = events.map((event) => trialEvents.indexOf(event))
  return (record: EvaluationRecord, row: FactRow | undefined): string =>
    JSON.stringify([
      ...slots.map((slot) => said(record.facts[slot])).filter((each) => row === undefined || !Array.isArray(each)),
      ...(row === undefined ? [] : [row.map(said)]),
      ...days.map((slot) => record.events[slot]?.low),
    ])
}

function said(fact: Fact | undefined): unknown {
  const { entry, rows } = fact ?? {}
  if (rows !== undefined) return rows.map((row) => row.map(said))
  if (entry === undefined) return null
  return 'value' in entry ? { value: entry.value, unit: entry.unit } : entry.absent
}

export function editChecksOf(study: CompiledStudy, scope: StudyScope): readonly EditCheck[] {
  return study.checks.map((check): EditCheck => {
    const { about, rows, expects, appliesTo } = check
    const nodes = [expects, ...(appliesTo === undefined ? [] : [appliesTo])]
    const reads = readBy(study, check)
    const events = nodes.flatMap((node) =>
      [...opened(study, node)].flatMap((part) => ('event' in part ? [part.event] : [])),
    )
    const seen = seenBy(scope, reads, events)
    const test = concerned(scope, check)
    const [first] = about as readonly [CheckedItem]
    const slot =
      rows === undefined ? scope.slot(first.form, first.item, first.at) : scope.slot(rows.form, rows.group, rows.at)
    const read = rows === undefined ? undefined : scope.rows(rows.form, rows.group, rows.at)
    return {
      check,
      reads,
      events,
      ask(record) {
        const answerTo = (row: FactRow | undefined): CheckAnswer => {
          const answer = test(record, row ?? NO_ROW)
          return answer === 'no' ? { answer, seen: seen(record, row) } : { answer }
        }
        if (read === undefined) return [answerTo(undefined)]
        const { rows: cells, entry } = read(record, NO_ROW)
        return (cells ?? []).map((row, index) => ({ ...answerTo(row), row: rowIds(entry)[index] ?? String(index) }))
      },
      encounterOf: (record) => record.facts[slot]?.filled?.encounter,
    }
  })
}

const rowIds = (entry: Entry | undefined): readonly string[] => {
  const rows = rowsOf(entry)
  return rows === undefined ? [] : standing(rows).map(({ id }) => id)
}

/** Of values said not to exist nothing is expected: a check about one of them does not concern the participant. */
function concerned(
  scope: StudyScope,
  { about, expects, appliesTo }: CompiledCheck,
): (record: EvaluationRecord, row: FactRow) => CheckAnswer['answer'] {
  const expected = scope.condition(expects)
  const applies = appliesTo === undefined ? undefined : scope.condition(appliesTo)
  const values = about.map((each) => valueOf(scope, each))
  return (record, row) => {
    const concerns: Tri = applies?.(record, row) ?? YES
    if (concerns === NO || values.some((read) => isNone(read(record, row)))) return 'notApplicable'
    return answerOf(concerns === YES ? expected(record, row) : UNKNOWN)
  }
}

const isNone = (fact: Fact): boolean => {
  const { entry } = fact
  return entry !== undefined && 'absent' in entry && entry.absent === 'notApplicable'
}

function valueOf(scope: StudyScope, { form, item, at, group }: CheckedItem): Read {
  if (group === undefined) return scope.rows(form, item, at)
  const column = (scope.item(form, group).columns ?? []).findIndex(({ id }) => id === item)
  return (_, row) => row[column] ?? UNRECORDED
}
