import {
  type Context,
  type ParticipantEvent,
  participantOf,
  participantSummary,
  type Stored,
} from '@trialwright/conduct'
import { loadStudy, type Study } from '@trialwright/protocol'
import { findDefinition, listStudies, loadMany, loadRecords, type Pools } from '@trialwright/records'

/** A participant of the demo, lived through HTTP, whose record is multiplied. */
export interface Template {
  readonly code: string
  readonly site: string
  readonly events: readonly { readonly type: string; readonly text: string }[]
  readonly values: number
  readonly summary: object
}

/** Streams read in search of templates: more than the demo has participants. */
const enough = 60

/** The demo's participants with the fullest records: those with at least so many values. */
export async function templatesOf(
  pools: Pools,
  studyId: string,
  atLeast: number,
): Promise<{ readonly study: Study; readonly hash: string; readonly templates: readonly Template[] }> {
  const registered = (await listStudies(pools.blinded)).find((each) => each.studyId === studyId)
  if (!registered) throw new Error(`no study ${studyId}`)
  const hash = registered.definitionHash
  const compiled = JSON.parse((await findDefinition(pools.blinded, studyId, hash)) ?? '')
  const study = loadStudy(compiled)
  const streams = new Map<string, { type: string; text: string }[]>()
  // The demo's come first; behind them stand copies, of which the last one read may not be whole.
  for (let after = -1; streams.size < enough; ) {
    const page = await loadRecords(pools.blinded, studyId, { after, limit: 2_000 })
    if (page.length === 0) break
    for (const { record } of page) {
      const { stream, type, event } = JSON.parse(record) as { stream: string; type: string; event: object }
      if (!stream.startsWith('participant/')) continue
      const events = streams.get(stream) ?? []
      events.push({ type, text: JSON.stringify(event) })
      streams.set(stream, events)
    }
    after = page.at(-1)?.position ?? after
  }
  const full = [...streams]
    .slice(0, enough - 1)
    .map(([stream, events]) => ({ stream, events, values: valuesIn(events) }))
  const chosen = full.filter(({ values }) => values >= atLeast)
  const loaded = await loadMany(
    pools.blinded,
    studyId,
    chosen.map(({ stream }) => stream),
  )
  return {
    study,
    hash,
    templates: chosen.map(({ stream, events, values }) => {
      const state = participantOf((loaded.get(stream)?.events ?? []) as unknown as Stored<ParticipantEvent>[])
      const { site, code } = state.consent
      const today = { today: new Date().toISOString().slice(0, 10), ranges: [] } as Pick<Context, 'today' | 'ranges'>
      return { code, site, events, values, summary: participantSummary(study, state, today) }
    }),
  }
}

/** Values recorded by these events, each cell of a list by itself. */
const valuesIn = (events: readonly { readonly text: string }[]): number =>
  events
    .flatMap(
      ({ text }) =>
        (JSON.parse(text) as { changes?: readonly { rows?: readonly { cells: object[] }[] }[] }).changes ?? [],
    )
    .reduce((sum, { rows }) => sum + (rows ? rows.reduce((cells, row) => cells + row.cells.length, 0) : 1), 0)
