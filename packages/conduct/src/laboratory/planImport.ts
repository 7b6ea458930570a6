import type { Refusal, Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { digestOf } from '../digest.ts'
import { reasonFor } from '../forms/reason.ts'
import type { ParticipantEvent } from '../participant/events.ts'
import { evolveParticipant, type ParticipantState } from '../participant/state.ts'
import { at, refuse } from '../refusals/refuse.ts'
import { words } from '../typed.ts'
import { sampleDoubles } from './doubles.ts'
import type { LaboratoryResultsImported } from './events.ts'
import { encounterOf } from './place.ts'
import { planForm } from './planForm.ts'
import type { ReadFile } from './readFile.ts'
import type { FileRefusal, ReadRow, ResultPreview, ResultState } from './types.ts'

export interface Planning {
  readonly study: Study
  readonly context: Context
  readonly laboratory: string
  /** Participants of the site, by code; those of other sites are absent. */
  readonly participants: ReadonlyMap<string, ParticipantState>
  /** Why values already recorded are replaced. */
  readonly reason?: string
}

export interface ImportPlan {
  readonly refusals: readonly FileRefusal[]
  readonly results: readonly ResultPreview[]
  readonly counts: Readonly<Record<ResultState, number>>
  readonly corrects: boolean
  /** Names what would be recorded in the place of what. */
  readonly seen: string
  /** What would be recorded of each participant. */
  readonly events: ReadonlyMap<string, readonly ParticipantEvent[]>
}

/** Stands for a reason that is still to be given: what is decided with it is looked at and never recorded. */
const reasonToCome = '–'

/** What becomes of a file: each row decided in turn, on what the rows before it would have recorded. */
export function planImport(planning: Planning, { rows, refusals: unreadable }: ReadFile): ImportPlan {
  const refusals: FileRefusal[] = [...unreadable, ...laboratoryRefusals(planning.laboratory), ...sampleDoubles(rows)]
  const results: ResultPreview[] = []
  const events = new Map<string, readonly ParticipantEvent[]>()
  const states = new Map(planning.participants)
  const taken = new Map<string, number>()
  let corrects = false
  for (const row of rows) {
    const state = states.get(row.participant)
    if (state === undefined) {
      refusals.push({ line: row.line, column: 'participant', refusal: refuse('participantNotHere') })
      results.push(...unplaced(row, row.results))
      continue
    }
    const planned = planRow(planning, state, row, taken)
    refusals.push(...planned.refusals)
    results.push(...planned.results)
    corrects ||= planned.corrects
    if (planned.events.length === 0) continue
    states.set(row.participant, planned.events.reduce(evolveParticipant, state))
    events.set(row.participant, [...(events.get(row.participant) ?? []), ...planned.events])
  }
  const count = (wanted: ResultState) => results.filter(({ state }) => state === wanted).length
  const counts = { new: count('new'), equal: count('equal'), changed: count('changed'), refused: count('refused') }
  const inOrder = refusals.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return {
    refusals: inOrder,
    results,
    counts,
    corrects,
    events,
    seen: digestOf({ results, laboratory: planning.laboratory }),
  }
}

function planRow(
  { study, context, laboratory, reason = reasonToCome }: Planning,
  before: ParticipantState,
  row: ReadRow,
  taken: Map<string, number>,
) {
  let state = before
  let corrects = false
  const refusals: FileRefusal[] = []
  const results: ResultPreview[] = []
  const events: ParticipantEvent[] = []
  for (const [form, own] of Map.groupBy(row.results, (result) => result.form)) {
    const place =
      row.encounter === undefined ? encounterOf(study, state, form, row.sampled) : { encounter: row.encounter }
    if ('refusal' in place) {
      refusals.push({ line: row.line, column: 'sampled', refusal: place.refusal })
      results.push(...unplaced(row, own))
      continue
    }
    const { encounter } = place
    const doubles = own.flatMap(({ column, item }) => {
      const key = `${row.participant} ${encounter} ${form} ${item}`
      const line = taken.get(key)
      if (line === undefined) taken.set(key, row.line)
      return line === undefined ? [] : [{ line: row.line, column, refusal: refuse('resultTwice', { line }) }]
    })
    if (doubles.length > 0) {
      refusals.push(...doubles)
      results.push(...unplaced(row, own, encounter))
      continue
    }
    const planned = planForm(study, state, context, { row, encounter, form, results: own, laboratory, reason })
    refusals.push(...planned.refusals)
    results.push(...planned.results)
    events.push(...planned.events)
    corrects ||= planned.corrects
    state = planned.events.reduce(evolveParticipant, state)
  }
  return { refusals, results, events, corrects }
}

/** Results that reached no form. */
const unplaced = (
  { line, participant, sampled }: ReadRow,
  results: ReadRow['results'],
  encounter?: string,
): readonly ResultPreview[] =>
  results.map(({ form, item, column, typed }) => ({
    line,
    participant,
    ...(encounter === undefined ? {} : { encounter }),
    sampled,
    form,
    item,
    column,
    state: 'refused',
    typed,
  }))

const laboratoryRefusals = (laboratory: string): readonly FileRefusal[] =>
  words(laboratory, 'laboratory', 100).map((refusal) => ({ column: 'laboratory', refusal }))

export interface Acceptance {
  /** Of the preview that is accepted. */
  readonly seen: string
  readonly reason?: string
  /** Unusual values that are right, by line and column. */
  readonly confirmed?: readonly string[]
}

/** What still stands between a plan and its acceptance: everything refused, the reason, values to be confirmed. */
export function acceptRefusals(
  { refusals, results, corrects, counts, seen }: ImportPlan,
  taken: LaboratoryResultsImported | undefined,
  accepted: Acceptance,
): readonly Refusal[] {
  if (taken) return [refuse('fileTaken', { day: taken.at.slice(0, 10), by: taken.by.name })]
  if (refusals.length > 0)
    return refusals.map(({ refusal, ...spot }) => at(sayPlace(spot) || refusal.field || 'file', refusal))
  const known = new Set(accepted.confirmed ?? [])
  const open = [
    ...(corrects ? reasonFor({ reason: accepted.reason ?? '' }, 'reason').map((refusal) => at('reason', refusal)) : []),
    ...results.flatMap(({ unusual, line, column }) =>
      unusual === undefined || known.has(`${line}/${column}`)
        ? []
        : [at(sayPlace({ line, column }), refuse('unusualNotConfirmed', unusual))],
    ),
    ...(counts.new + counts.changed === 0 && !corrects ? [refuse('nothingToRecord')] : []),
  ]
  return open.length > 0 || seen === accepted.seen ? open : [refuse('previewOutdated')]
}

/** `line 6, laboratory.haemoglobin`. */
const sayPlace = ({ line, column }: { readonly line?: number; readonly column?: string }): string =>
  [...(line === undefined ? [] : [`line ${line}`]), ...(column === undefined ? [] : [column])].join(', ')
