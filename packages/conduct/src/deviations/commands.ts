import type { Effect } from './types.ts'

export interface ClassifyDeviation {
  readonly type: 'classifyDeviation'
  readonly key: string
  readonly important: boolean
  readonly effect: Effect
  readonly note: string
}
