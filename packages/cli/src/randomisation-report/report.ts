import type { OperatingCharacteristics } from '@trialwright/conduct'
import type { CompiledStudy, Text } from '@trialwright/protocol'

export interface Report {
  readonly study: CompiledStudy
  readonly participants: number
  readonly sites: number
  readonly runs: number
  readonly seed: number
  readonly tried: readonly Tried[]
}

export interface Tried {
  readonly name: Text
  readonly source: string
  /** The study's own scheme. */
  readonly own: boolean
  readonly characteristics: OperatingCharacteristics
}
