import type { CompiledStudy, Refusal, Text } from '@trialwright/protocol'

/* What the routes answer, as far as the screens read it. The server's own description is /api/openapi.json. */

export type Mode = 'demo' | 'training' | 'production'

export interface Grant {
  readonly study: string
  readonly role: string
  readonly blinded: boolean
  readonly site: string | null
}

export interface Me {
  readonly name: string
  readonly printedName: string
  readonly mode: Mode
  /** The study clock. */
  readonly now: string
  /** What the next signature of this session asks for. */
  readonly signsWith: readonly ('name' | 'password')[]
  readonly grants: readonly Grant[]
}

export interface DemoAccounts {
  readonly password: string
  readonly accounts: readonly {
    readonly name: string
    readonly printedName: string
    readonly role: string
    readonly site: string | null
  }[]
}

export interface PublicStudies {
  readonly mode: Mode
  readonly studies: readonly { readonly id: string; readonly title: Text; readonly summary: Text }[]
}

export interface PublicStudy {
  readonly hash: string
  readonly mode: Mode
  readonly today: string
  readonly open: boolean
  readonly commitment?: string
  readonly recruitment: {
    readonly target: number
    readonly randomised: number
    readonly sites: readonly { readonly site: string; readonly open: boolean; readonly randomised: number }[]
  }
  readonly definition: CompiledStudy
}

export interface Definition {
  readonly hash: string
  readonly mode: Mode
  /** Versions the study has run under; with more than one, participants may be conducted under different ones. */
  readonly versions: number
  readonly definition: CompiledStudy
}

/** The version a participant is conducted under; without the definition where that is held already. */
export interface ParticipantDefinition {
  readonly hash: string
  readonly definition?: CompiledStudy
}

export interface By {
  readonly account: string
  readonly name: string
  readonly role: string
}

export interface Signature {
  readonly printedName: string
  readonly at: string
  readonly meaning: string
}

export interface Changed {
  readonly ok: true
  readonly version: number
}

/** A command that is allowed now, or what stands in its way. */
export interface Possibility {
  readonly command: string
  readonly encounter?: string
  readonly refusals: readonly Refusal[]
}
