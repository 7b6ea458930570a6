import type { Study, Text } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { changesOf, type RowNumber } from '../participant/history.ts'
import { decideParticipant } from '../participant/decide.ts'
import type { ParticipantEvent } from '../participant/events.ts'
import { sayEvent } from '../participant/say.ts'
import { schedule } from '../participant/schedule.ts'
import type { ParticipantState } from '../participant/state.ts'
import { recordHash } from './record.ts'
import { stands } from './signature.ts'
import type { ChangeSince, SignaturesView, SignedRecordView } from './types.ts'

const casebookTitle: Text = { en: 'Casebook', nb: 'Hele deltakermappen' }

/** What is signed of a participant, what no longer stands and why, and what the reader may sign now. */
export function signaturesView(study: Study, state: ParticipantState, context: Context): SignaturesView {
  const concerned = schedule(study, state, context.today, context.ranges).filter(
    (each) => each.state !== 'notApplicable' || state.signatures.visits[each.id],
  )
  return {
    code: state.consent.code,
    visits: concerned.map(({ id, title }) => viewOf(study, state, context, title, id)),
    casebook: viewOf(study, state, context, casebookTitle),
  }
}

function viewOf(
  study: Study,
  state: ParticipantState,
  context: Context,
  title: Text,
  encounter?: string,
): SignedRecordView {
  const { visits, casebook } = state.signatures
  const signed = (encounter === undefined ? casebook : visits[encounter]) ?? []
  const record = recordHash(study, state, encounter)
  const latest = signed.at(-1)
  const valid = latest !== undefined && stands(latest.signature, record)
  const command =
    encounter === undefined
      ? ({ type: 'signCasebook', seen: record } as const)
      : ({ type: 'signVisit', encounter, seen: record } as const)
  const decision = decideParticipant(study, state, command, { ...context, passwordChecked: true })
  return {
    ...(encounter === undefined ? {} : { encounter }),
    title,
    standing: latest === undefined ? 'unsigned' : valid ? 'valid' : 'void',
    record,
    signatures: signed.map(({ signature: { printedName, at, meaning } }) => ({ printedName, at, meaning })),
    changed: valid ? [] : (latest?.since ?? []).flatMap((event) => changeOf(study, state, event, context)),
    toSign: decision.ok ? [] : decision.refusals,
  }
}

/** An event in words; none where all that changed is hidden from investigators, for it is no part of what was signed. */
function changeOf(
  study: Study,
  state: ParticipantState,
  event: ParticipantEvent,
  { actor, studyState }: Context,
): readonly ChangeSince[] {
  if (event.type === 'FormRecorded' && !event.corrected) {
    const { items } = study.form(event.form)
    const open = event.changes.some(({ item }) => items.find(({ id }) => id === item)?.blinding === 'open')
    if (!open) return []
  }
  const { account, name, role } = event.by
  const shown = changesOf(study, event, actor.role, studyState.unblinded !== undefined, rowNumbers(state))
  return [{ at: event.at, by: { account, name, role }, what: sayEvent(study, event), changes: shown }]
}

/** Rows in the order they were added, removed ones too, as the audit trail counts them. */
const rowNumbers =
  ({ forms }: ParticipantState) =>
  (form: string): RowNumber =>
  (item, row) => {
    const versions = forms[form]?.values[item] ?? []
    const rows = versions.flatMap(({ changed }) => changed?.rows.map((each) => each.row) ?? [])
    return [...new Set(rows)].indexOf(row) + 1
  }
