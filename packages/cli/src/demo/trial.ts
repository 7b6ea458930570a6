import type { DemoClient } from './client.ts'

/** A study's own demo: who the invented participants are is its business; how commands travel is ours. */
export interface DemoTrial {
  /** Invented people, most interesting first. */
  readonly participants: readonly DemoParticipant[]
  /** What the study needs before its first participant: ranges of laboratories and the like. */
  readonly prepare?: (client: DemoClient) => Promise<void>
}

export interface DemoParticipant {
  readonly site: string
  /** In words, for the progress line: "screened, eligible, randomised, two infusions". */
  readonly story: string
  /** Brings the participant there through commands. */
  readonly live: (client: DemoClient, code: string) => Promise<void>
}
