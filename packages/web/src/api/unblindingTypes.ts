import type { Refusal, Text } from '@trialwright/protocol'
import type { By } from './types.ts'

export interface CodeBreak {
  readonly at: string
  readonly by: By
  readonly reason: string
  readonly note: string
  readonly source: 'server' | 'envelope'
  readonly opened?: { readonly id: string; readonly by: string; readonly at: string }
}

export interface Accident {
  readonly at: string
  readonly by: By
  readonly learner: string
  readonly who: string
  readonly day: string
  readonly how: string
  readonly assessment: string
  readonly actions: string
}

/** Who came to know a participant's arm; never the arm. */
export interface Unblinding {
  readonly codeBreaks: readonly CodeBreak[]
  readonly accidental: readonly Accident[]
}

/** Told once, to the person who asked. */
export interface Told {
  readonly arm: { readonly id: string; readonly title: Text; readonly product: Text }
}

interface Signed {
  readonly at: string
  readonly by: { readonly name: string; readonly role: string }
}

export interface Register {
  readonly locked?: Signed
  readonly proposed?: Signed
  readonly unblinded?: Signed
  /** Roles that may not learn an arm yet. */
  readonly mustStayBlind: readonly string[]
  readonly possible: readonly { readonly command: string; readonly refusals: readonly Refusal[] }[]
  readonly rows: readonly {
    readonly code: string
    readonly site: string
    readonly kind: 'codeBreak' | 'envelope' | 'accidental'
    readonly at: string
    readonly by: { readonly name: string; readonly role: string }
    readonly who: string
    readonly why: string
    readonly note: string
  }[]
}

export interface EnvelopeSite {
  readonly site: string
  readonly randomised: number
  readonly secret?: { readonly id: string; readonly at: string; readonly by: string }
  readonly made?: { readonly at: string; readonly count: number }
}

export interface EnvelopeSecret {
  readonly secretId: string
  readonly secret: string
  readonly shares: readonly string[]
}

export interface EnvelopeFile {
  readonly study: string
  readonly site: string
  readonly secretId: string
  readonly madeAt: string
  readonly envelopes: readonly { readonly participant: string; readonly sealed: string }[]
}

export interface ResultRow {
  readonly code: string
  readonly site: string
  readonly encounter: string
  readonly title: Text
  readonly form: string
  readonly formTitle: Text
  readonly version: number
  readonly day?: string
}
