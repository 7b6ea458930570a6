import {
  afterwards,
  type Context,
  type Decision,
  deviationDocument,
  decideParticipant,
  type ParticipantCommand,
  type ParticipantState,
  participantSummary,
} from '@trialwright/conduct'
import { canonicalText } from './canonical.ts'
import { participantIn } from './folding.ts'
import { recall } from '@trialwright/records'
import { studyStreams } from './http/access.ts'
import { leaksOf } from './leaks.ts'
import { queryDocuments } from './query-list.ts'
import { append, record, said } from './record.ts'
import { conflict } from './refusals.ts'
import { refuse } from './reply.ts'
import type { ParticipantCall, Reply } from './routes/route.ts'
import { beingWritten, isAppended } from './being-written.ts'
import { studyStateOf } from './study-state.ts'

const attempts = 3

/**
 * The one path of a command: decide on what is known, append what happened with the list row it leads to, answer. What another
 * command on the participant leads to is known as soon as it is decided, while it is still being written: this one is then
 * written with it, or not at all. When somebody else appended to the stream meanwhile, the command is decided again on what is
 * true then.
 */
export async function perform(call: ParticipantCall, command: ParticipantCommand): Promise<Reply> {
  const writing = beingWritten(call)
  let { state: stored, context } = call
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const ahead = writing.after(stored)
    const state = ahead?.state ?? stored
    const decision = decideParticipant(call.study.study, state, command, context)
    if (decision.ok) {
      const entry = entryOf(call, state, decision, context)
      const sent = append(call, entry, undefined, ahead?.answer)
      writing.begin(afterwards(state, decision.events), sent)
      const outcome = said(call, entry, await sent)
      if (outcome !== 'conflict') return outcome
    } else if (ahead === undefined || (await isAppended(ahead.answer)))
      return (await record(call, nothing(call), decision.refusals)) as Reply
    ;({ state: stored, context } = await again(call))
  }
  return refuse(409, conflict)
}

/** What is true now, after somebody else was faster. */
export async function again(call: ParticipantCall) {
  const stream = `participant/${call.code}`
  const streams = await recall(call.ports.pools.blinded, call.study.id, [...studyStreams, stream])
  const studyState = studyStateOf(streams)
  return {
    state: participantIn(streams.get(stream)?.events ?? []),
    context: { ...call.context, studyState, ranges: studyState.ranges },
  }
}

/** Asks only whether the key was used before: a command that was carried out is refused the second time, yet must be answered as the first. */
export const nothing = (call: ParticipantCall) => ({
  streamId: `participant/${call.code}`,
  expectedVersion: -1,
  response: '',
  events: [],
})

export function entryOf(
  call: Pick<ParticipantCall, 'study' | 'code'>,
  state: ParticipantState,
  { events, allocate }: Extract<Decision, { ok: true }>,
  context: ParticipantCall['context'],
) {
  const after = afterwards(state, events)
  const leaks = leaksOf(call, state, events)
  return {
    streamId: `participant/${call.code}`,
    expectedVersion: state.version,
    ...decidedOn(context),
    site: after.consent.site,
    response: JSON.stringify({ ok: true, version: after.version }),
    events: events.map((event) => ({ type: event.type, text: canonicalText(event) })),
    readModels: [
      { ...rowOf(call, after), derive: () => participantSummary(call.study.study, after, context) },
      ...queryDocuments(call.study, state, after),
      // None removes it from the list.
      {
        ...rowOf(call, after),
        kind: 'deviations',
        derive: () => deviationDocument(call.study.study, after, context) ?? null,
      },
      ...leaks.readModels,
    ],
    ...(leaks.outbox.length > 0 && { outbox: leaks.outbox }),
    ...(allocate && {
      allocate: { ...allocate, participant: call.code, site: after.consent.site, at: context.now },
    }),
  }
}

/** The version of the study's own stream that a decision was taken on: a lock or a range that came since is heeded. */
export const decidedOn = ({ studyState: { version } }: Pick<Context, 'studyState'>) =>
  version === undefined ? {} : { studyVersion: version }

export const summaryOf = (
  call: Pick<ParticipantCall, 'study' | 'code'>,
  state: ParticipantState,
  context: ParticipantCall['context'],
) => ({ ...rowOf(call, state), document: participantSummary(call.study.study, state, context) })

const rowOf = ({ code }: Pick<ParticipantCall, 'code'>, state: ParticipantState) => ({
  kind: 'participant',
  key: code,
  site: state.consent.site,
})
