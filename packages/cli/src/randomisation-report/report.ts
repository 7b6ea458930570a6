import type { Report } from '@trialwright/conduct'
import type { CompiledStudy } from '@trialwright/protocol'

export interface StudyReport extends Report {
  readonly study: CompiledStudy
  readonly seed: number
}
