import type { Refusal } from '@trialwright/protocol'

/** Who acts: somebody of a role at a site, or an account by its name. */
export interface Who {
  readonly role: string
  readonly site: string | null
  readonly account?: string
}

export type Sent<Answer> =
  | { readonly ok: true; readonly body: Answer }
  | { readonly ok: false; readonly status: number; readonly refusals: readonly Refusal[] }

/** How the driver acts: as people do, by the public commands and pages of one study. */
export interface Hands {
  /** For signatures. */
  readonly password: string
  /** Accounts of a role at a site, for who must be two. */
  accounts(role: string, site: string): readonly string[]
  /** The study clock's instant, UTC. */
  now(): Promise<string>
  /** Moves the study clock forward; where it stands then. */
  moveClock(minutes: number): Promise<string>
  /** Sends a command; `label` makes its idempotency key, so that the same one sent again is answered as the first. */
  send<Answer = unknown>(who: Who, path: string, body: object, label: string): Promise<Sent<Answer>>
  read<Answer>(who: Who, path: string): Promise<Answer>
  /** The same as the JSON text it came as. */
  readText(who: Who, path: string): Promise<string>
  /** A page or a refusal, as it came. */
  look(who: Who, path: string): Promise<{ readonly status: number; readonly text: string }>
  close(): void
}

/** The server no longer answers; what was carried out stands in its records. */
export class ServerGone extends Error {
  override readonly name = 'ServerGone'
}
