import { auditRow, historyView, type OpenEvent, sightOf } from '@trialwright/conduct'
import { casebook, type Casebook } from '@trialwright/exports'
import type { Language } from '@trialwright/protocol'
import { leafHash, loadRecords } from '@trialwright/records'
import type { ParticipantCall, StudyCall } from './routes/route.ts'
import { readUnder } from './versions.ts'

/** Whether the reader is shown every value of the open log. From a leaf's hash a short hidden value could be guessed. */
export const readsWholeRecords = ({ study, actor, studyState }: StudyCall): boolean =>
  study.compiled.forms.every(({ items }) =>
    items.every((item) => sightOf(item, actor.role, studyState.unblinded !== undefined) !== 'hidden'),
  )

/** The participant's casebook as the person asking may see it. */
export async function casebookOf(call: ParticipantCall, language: Language): Promise<Casebook> {
  const { study, state, context, events, actor, studyState } = call
  const opened = studyState.unblinded !== undefined
  const hashes = readsWholeRecords(call) ? await hashesOf(call) : new Map<number, string>()
  const history = new Map(
    historyView(study.study, events, actor.role, opened, readUnder(study)).map((row) => [row.position, row]),
  )
  const audit = events.map((event) => {
    const hash = hashes.get(event.position)
    const row = auditRow(
      readUnder(study)(event),
      event as unknown as OpenEvent,
      actor.role,
      opened,
      history.get(event.position),
    )
    return { ...row, ...(hash !== undefined && { leafHash: hash }) }
  })
  return casebook({
    study: study.study,
    definitionHash: study.hash,
    state,
    context,
    audit,
    language,
  })
}

async function hashesOf({ ports, study, code }: ParticipantCall): Promise<ReadonlyMap<number, string>> {
  const records = await loadRecords(ports.pools.blinded, study.id, { streamId: `participant/${code}`, limit: 100_000 })
  return new Map(records.map(({ position, record }) => [position, leafHash(record)]))
}
