import type { Course } from './course.ts'
import type { Unexpected } from './world.ts'

/**
 * Where a run stands at the end of a day: enough to go on from, for the people follow from the seed and what was carried out
 * stands in the server's records. It holds arms, once bags were prepared: a file for the simulator alone.
 */
export interface RunState {
  readonly shape: 1
  readonly seed: number
  readonly participants: number
  readonly scenario: string
  readonly study: string
  readonly began: string
  /** The last day that was lived to its end, once one was. */
  today: string
  lived: number
  readonly courses: Course[]
  readonly restocked: Record<string, string>
  /** The day on which queries were last answered and closed. */
  looked?: string
  /** Frozen, looked over and locked. */
  locked?: boolean
  readonly unexpected: Unexpected[]
  /** Commands sent so far. */
  commands: number
  /** Seconds of work so far. */
  seconds: number
}

/** What a run was asked for, in the words the state keeps. */
export type Asked = Pick<RunState, 'seed' | 'participants' | 'scenario' | 'study'>

/** Why a kept state is not of the run that is asked for. Undefined when it is. */
export function otherRun(state: RunState, asked: Asked): string | undefined {
  for (const name of ['study', 'seed', 'participants', 'scenario'] as const)
    if (state[name] !== asked[name])
      return `The state is of a run with ${name} ${state[name]}, not ${asked[name]}; ask for that, or begin anew in another folder.`
  return undefined
}
