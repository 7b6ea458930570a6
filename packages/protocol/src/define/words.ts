import type { NumberNode } from '../expression/nodes.ts'
import { condition, DateHandle, NumberHandle } from './handles.ts'
import type { Condition } from './item.ts'

/** True when every part is true, false as soon as one is false. */
export const allOf = (...parts: readonly [Condition, ...Condition[]]): Condition =>
  condition({ kind: 'all', of: parts.map((p) => p.node) })

/** True as soon as one part is true, false when every part is false. */
export const anyOf = (...parts: readonly [Condition, ...Condition[]]): Condition =>
  condition({ kind: 'any', of: parts.map((p) => p.node) })

export const not = (part: Condition): Condition => condition({ kind: 'not', of: part.node })

type Numbers<Unit extends string> = readonly [NumberHandle<Unit>, ...NumberHandle<NoInfer<Unit>>[]]

const nodes = (handles: readonly NumberHandle[]): readonly NumberNode[] => handles.map((h) => h.node)

/** The unrounded mean of all of them; with `minimumAnswered`, the mean of those answered when at least so many are. */
export const meanOf = <Unit extends string>(...of: Numbers<Unit>): NumberHandle<Unit> =>
  meanOfAnswered(of.length, ...of)

export const meanOfAnswered = <Unit extends string>(
  minimumAnswered: number,
  ...of: Numbers<Unit>
): NumberHandle<Unit> =>
  new NumberHandle({ kind: 'mean', of: nodes(of), minimumAnswered, unit: of[0].unit }, of[0].unit)

export const sumOf = <Unit extends string>(...of: Numbers<Unit>): NumberHandle<Unit> =>
  new NumberHandle({ kind: 'sum', of: nodes(of), unit: of[0].unit }, of[0].unit)

/**
 * 100 × sum ÷ (maximumEach × answered), in percent points, as the Oswestry index prorates sections left unanswered.
 * Unknown when fewer than `minimumAnswered` are answered.
 */
export const proratedScore = (options: {
  readonly of: readonly [NumberHandle<'{score}'>, ...NumberHandle<'{score}'>[]]
  readonly maximumEach: number
  readonly minimumAnswered: number
}): NumberHandle<'{score}'> =>
  new NumberHandle(
    {
      kind: 'prorated',
      of: nodes(options.of),
      maximumEach: options.maximumEach,
      minimumAnswered: options.minimumAnswered,
    },
    '{score}',
  )

/** How many of the conditions hold; one left blank or not applicable counts as not holding. */
export const tallyOf = (...of: readonly [Condition, ...Condition[]]): NumberHandle<'{score}'> =>
  new NumberHandle({ kind: 'tally', of: of.map((c) => c.node) }, '{score}')

/** The local calendar day the question is asked about. */
export const today: DateHandle<never> = new DateHandle({ kind: 'today' })
export const consentDate: DateHandle<never> = new DateHandle({ kind: 'eventDate', event: 'consent' })
export const randomisationDate: DateHandle<never> = new DateHandle({ kind: 'eventDate', event: 'randomisation' })
export const firstInfusion: DateHandle<never> = new DateHandle({ kind: 'eventDate', event: 'firstInfusion' })
export const lastInfusion: DateHandle<never> = new DateHandle({ kind: 'eventDate', event: 'lastInfusion' })
/** The day the visit at hand took place; unknown until it has. */
export const visitDate: DateHandle<never> = new DateHandle({ kind: 'eventDate', event: 'visit' })
