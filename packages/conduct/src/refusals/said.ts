import type { Text } from '@trialwright/protocol'

/** The two sentences of a refusal: what stands in the way, and what to do about it. */
export interface Said {
  readonly reason: Text
  readonly remedy: Text
}

export const said = (reason: Text, remedy: Text): Said => ({ reason, remedy })
