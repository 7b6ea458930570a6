import type { Refusal } from '@trialwright/protocol'
import type { Ahead, AppendEntry, Appender, AppendResult } from '@trialwright/records'
import { findingDocuments } from './delegation.ts'
import { refuse as inConduct } from '@trialwright/conduct'
import { keyReused, stratumUnforeseen, listExhausted, outcomeUnknown } from './refusals.ts'
import { refuse, refuseFor } from './reply.ts'
import type { Reply, StudyCall } from './routes/route.ts'

type Entry = Omit<AppendEntry, 'studyId' | 'key' | 'bodyHash' | 'actor' | 'role' | 'definitionHash'>

/**
 * Appends under the request's key and says it in HTTP. With `otherwise` nothing is appended: the key is looked up, and the
 * refusals are the answer unless it is a repetition. `conflict` is for the caller, who knows how to decide anew.
 */
export async function record(
  call: StudyCall,
  entry: Entry,
  otherwise?: readonly Refusal[],
  appender: Appender = call.ports.append.blinded,
): Promise<Reply | 'conflict'> {
  return said(call, entry, await append(call, entry, appender), otherwise)
}

/** Hands the entry to the writer; what it was decided on where that is still being written. */
export function append(
  { actor, study, key, bodyHash, found, ports }: StudyCall,
  entry: Entry,
  appender: Appender = ports.append.blinded,
  ahead?: Ahead,
): Promise<AppendResult> {
  return appender.append(
    {
      site: actor.site,
      ...entry,
      ...(found.length > 0 &&
        entry.events.length > 0 && { readModels: [...(entry.readModels ?? []), ...findingDocuments(found)] }),
      studyId: study.id,
      key,
      bodyHash,
      actor: actor.account,
      role: actor.role,
      definitionHash: study.hash,
    },
    ahead,
  )
}

/** What became of an entry, in HTTP. */
export function said(
  call: StudyCall,
  entry: Pick<Entry, 'response'>,
  answer: AppendResult,
  otherwise?: readonly Refusal[],
): Reply | 'conflict' {
  switch (answer.result) {
    case 'appended':
      return { status: 201, body: JSON.parse(entry.response) }
    case 'replayed':
      return { status: 200, body: JSON.parse(answer.response) }
    case 'keyReused':
      return refuse(409, keyReused)
    case 'conflict':
      return otherwise ? refuse(422, ...otherwise) : 'conflict'
    case 'listExhausted':
      return refuse(422, listExhausted)
    case 'levelUnforeseen':
      return refuse(422, stratumUnforeseen)
    case 'noList':
      // A study that is open has a list; this stratum is not on it.
      return refuse(422, call.studyState.sealed ? stratumUnforeseen : inConduct('listNotSealed'))
    case 'alreadyAllocated':
      return refuse(422, inConduct('alreadyRandomised'))
    case 'unknown':
      call.ports.log.warn({ reason: answer.reason }, 'the outcome of a write is unknown')
      return refuseFor(503, 1, outcomeUnknown)
  }
}
