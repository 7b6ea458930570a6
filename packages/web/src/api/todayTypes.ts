import type { Text } from '@trialwright/protocol'

export interface TodayLine {
  readonly code: string
  readonly site: string
  readonly encounter?: string
  readonly title?: Text
  readonly day?: string
  readonly count?: number
  readonly criteria?: readonly string[]
}

export interface TodayGroup {
  readonly group: string
  readonly total: number
  readonly lines: readonly TodayLine[]
}

export interface TodayView {
  readonly today: string
  readonly participants: number
  readonly groups: readonly TodayGroup[]
}
