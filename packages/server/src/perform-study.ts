import { decideStudy, type StudyCommand, type StudyContext } from '@trialwright/conduct'
import type { Refusal } from '@trialwright/protocol'
import { loadMany } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { studyStreams } from './http/access.ts'
import { timeZoneOf } from './http/call.ts'
import { record } from './record.ts'
import { conflict } from './refusals.ts'
import { refuse } from './reply.ts'
import type { Reply, StudyCall } from './routes/route.ts'
import { isIdentityChecked } from './sign-in/identity-check.ts'
import { studyStateOf } from './study-state.ts'

export const studyContext = (call: StudyCall): StudyContext => ({
  now: call.ports.clock.now(),
  today: call.ports.clock.today(timeZoneOf(call.study.compiled)),
  actor: call.actor,
  language: call.language,
  mode: call.ports.mode,
  identityChecked: isIdentityChecked(call.session),
  ...(call.clientTime === undefined ? {} : { clientTime: call.clientTime }),
})

/** A command on the study itself: decided, appended, answered; decided anew when somebody was faster. */
export async function performStudy(
  call: StudyCall,
  command: StudyCommand,
  beforehand: readonly Refusal[] = [],
  signed: Pick<StudyContext, 'passwordChecked' | 'open' | 'samplingSalt' | 'evidence' | 'people' | 'findings'> = {},
): Promise<Reply> {
  let { streams } = call
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const version = streams.get('study')?.version ?? 0
    const decision = decideStudy(call.study.study, studyStateOf(streams), command, { ...studyContext(call), ...signed })
    const refusals = decision.ok ? beforehand : [...decision.refusals, ...beforehand]
    const outcome =
      decision.ok && refusals.length === 0
        ? await record(call, {
            streamId: 'study',
            expectedVersion: version,
            response: JSON.stringify({ ok: true, version: version + decision.events.length }),
            events: decision.events.map((event) => ({ type: event.type, text: canonicalText(event) })),
          })
        : await record(call, { streamId: 'study', expectedVersion: -1, response: '', events: [] }, refusals)
    if (outcome !== 'conflict') return outcome
    streams = await loadMany(call.ports.pools.blinded, call.study.id, studyStreams)
  }
  return refuse(409, conflict)
}
