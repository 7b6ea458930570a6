import type { Text } from '@trialwright/protocol'
import type { Asking, Refusals } from '../participant/asking.ts'
import type { ParticipantCommand } from '../participant/commands.ts'
import { localDay } from '@trialwright/protocol'
import { refuse } from '../refusals/refuse.ts'
import { covers, type Extent, sayExtent } from './extent.ts'
import { type Closure, type Correction } from './state.ts'
import { formKey } from '../forms/state.ts'
import { touchedBy } from './touches.ts'

/** A closure and what it closes: the study, the site, or an extent of the participant's data. */
export interface ClosureHere extends Closure {
  readonly of: 'study' | 'site' | Extent
}

/** Everything that closes the extent, the widest first. The lock of the database is told apart. */
export function closuresOf(
  { state, context }: Pick<Asking, 'state' | 'context'>,
  extent: Extent,
): readonly ClosureHere[] {
  const { study, sites } = context.studyState.closed ?? { study: undefined, sites: {} }
  const site = sites[context.site]
  const within = Object.values(state.locks.closed)
    .filter((each) => covers(each.extent, extent))
    .map(({ extent: of, ...closure }): ClosureHere => ({ ...closure, of }))
  return [
    ...(study ? [{ ...study, of: 'study' as const }] : []),
    ...(site ? [{ ...site, of: 'site' as const }] : []),
    ...within.toSorted((a, b) => depth(a.of) - depth(b.of)),
  ]
}

const depth = (of: ClosureHere['of']): number => (typeof of === 'string' ? 0 : Object.keys(of).length)

/** An investigator has signed that this form may be corrected once, whatever is locked. */
export const correctionOf = ({ state }: Pick<Asking, 'state'>, { encounter, form }: Extent): Correction | undefined =>
  encounter === undefined || form === undefined ? undefined : state.locks.corrections[formKey(encounter, form)]

/** Why the extent may not be changed: what is frozen or locked, by whom, since when, and what to do. */
export function closedRefusals(asking: Asking, extent: Extent): Refusals {
  if (correctionOf(asking, extent)?.approved) return []
  if (asking.context.studyState.locked) return [refuse('databaseLocked')]
  const closure = closuresOf(asking, extent)[0]
  if (!closure) return []
  const { kind, by, at, of } = closure
  // A reader of images is told of the forms of readers alone, not in whatever words the rest was frozen with.
  const isTold = asking.context.actor.role !== 'mriReader' || (typeof of !== 'string' && of.form !== undefined)
  const { timeZone } = asking.study.compiled.sites.find(({ id }) => id === asking.context.site)!
  const facts = {
    what: sayClosed(asking, of),
    name: by.name,
    day: localDay(at, timeZone),
    why: isTold ? closure.reason : '',
  }
  return [refuse(kind === 'frozen' ? 'dataFrozen' : 'dataLocked', facts)]
}

export function sayClosed({ study, context }: Asking, of: ClosureHere['of']): Text {
  if (of === 'study') return { en: 'the whole study', nb: 'hele studien' }
  if (of === 'site') return study.compiled.sites.find(({ id }) => id === context.site)!.title
  return sayExtent(study, of) ?? { en: 'a part no longer in the study', nb: 'en del som ikke lenger er i studien' }
}

/** Whether a freeze or a lock stands in the command's way. */
export function closedTo(asking: Asking, command: ParticipantCommand): Refusals {
  const touched = touchedBy(command)
  if (touched === 'always') return []
  if (touched !== 'goesOn') return closedRefusals(asking, touched)
  return asking.context.studyState.locked ? [refuse('databaseLocked')] : []
}
