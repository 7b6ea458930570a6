import { type CommandType, gate } from '@trialwright/conduct'
import { record } from '../record.ts'
import type { Reply, Route, StudyCall } from '../routes/route.ts'
import { runningAt } from '../versions.ts'
import { timeZoneOf } from './time-zone.ts'

/** The site an act is of: the one it names, or the one the person's role was given for. */
export function placeOf({ params, body, actor, sites }: StudyCall): string | undefined {
  const { site: inPath } = params as { site?: unknown }
  const { site: inBody } = body as { site?: unknown }
  const named = [inPath, inBody].find((site) => typeof site === 'string')
  return (named as string | undefined) ?? actor.site ?? sites?.[0]
}

/**
 * The one place where it is asked whether a delegation and training stand behind an act. What is refused is refused under the
 * request's key, so that a repetition of what was carried out is still answered as the first time.
 */
export async function behind<Call extends StudyCall>(
  route: Route,
  call: Call,
  site: string | undefined,
): Promise<Call | Reply> {
  if (route.command === undefined || site === undefined) return call
  const { ports, actor, studyState } = call
  const { account, printedName: name } = actor
  const { compiled } = runningAt(call.study, studyState, site)
  const { role } = call.actorAt(site) ?? actor
  const today = ports.clock.today(timeZoneOf(compiled, site))
  const act = { command: route.command as CommandType, account, name, role, site, today }
  const { refusals, found } = gate(compiled, studyState, ports.mode, act)
  if (refusals.length === 0) return { ...call, found }
  const lookUp = { streamId: 'study', expectedVersion: -1, response: '', events: [] }
  const appender = route.door === 'unblinded' ? ports.append.unblinded : ports.append.blinded
  return (await record(call, lookUp, refusals, appender)) as Reply
}
