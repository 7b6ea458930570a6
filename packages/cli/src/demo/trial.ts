import type { DemoClient } from './client.ts'

/** A study's own demo: who the invented participants are is its business; how commands and time travel is ours. */
export interface DemoTrial {
  /** Days before today on which it begins. */
  readonly begins: number
  /** What the study needs before its first participant, such as the limits of laboratories. */
  readonly prepare?: (client: DemoClient) => Promise<void>
  readonly participants: readonly DemoParticipant[]
}

export interface DemoParticipant {
  readonly site: string
  /** In words, for the progress line: "two infusions, the second one late". */
  readonly story: string
  /** What happens, on days counted from today: −1 is yesterday, the last day there may be. The first one registers. */
  readonly steps: readonly DemoStep[]
}

export interface DemoStep {
  readonly day: number
  readonly act: (client: DemoClient, code: string, today: string) => Promise<void>
}
