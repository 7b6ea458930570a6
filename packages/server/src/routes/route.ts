import type {
  Actor,
  Context,
  Found,
  ParticipantEvent,
  ParticipantState,
  Role,
  Stored,
  StudyState,
} from '@trialwright/conduct'
import type { Language } from '@trialwright/protocol'
import type { Session, Stream } from '@trialwright/records'
import type { Static, TObject, TSchema } from 'typebox'
import type { OpenStudy, Ports } from '../ports.ts'

/*
 * A route is a small value. The table of them is the one source of permissions, schemas, OpenAPI, the access matrix and the
 * fuzz, so nothing about a route stands anywhere else.
 */

/** Who may call: anyone, anyone signed in, or these roles in the study named by the path. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | {
      readonly kind: 'roles'
      readonly roles: readonly Role[]
      /** `own`: only for participants of the site the role was given for. */
      readonly site: 'own' | 'any'
    }

/**
 * Which side of the blind a route's data come from; a route of the blinded side never holds the unblinded connection.
 * `guarded` reads as `blinded` does, and asks one function of the database for what it may tell: that function itself looks
 * at the session and the records, and tells an arm only after it has recorded so.
 */
export type Door = 'none' | 'blinded' | 'unblinded' | 'guarded'

export interface RouteBase {
  /** Permanent name, used as OpenAPI's operationId. */
  readonly id: string
  readonly method: 'GET' | 'POST'
  /** Fastify's form, `/api/studies/:study`. */
  readonly path: string
  readonly title: string
  readonly process: string
  readonly access: Access
  readonly door: Door
  readonly params: TObject
  readonly query?: TObject
  readonly body?: TObject
  readonly response: TSchema
  /** Status of success; 200 unless told. Commands answer 201. */
  readonly success?: 200 | 201
  /** Whether a state change must carry an Idempotency-Key; every command does. */
  readonly keyed: boolean
  /** Requests a minute from one address, where the work is dear. */
  readonly perMinute?: number
  /** Commands: which decision it asks for. */
  readonly command?: string
  /** Whether an answer tells anything yet, where it can also be that the rest is still being worked out. */
  readonly tells?: (answer: unknown) => boolean
}

/** What a handler is given. Parts a route does not ask for are absent by type. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  readonly ports: Ports
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly address: string
  /** What the browser calls itself, shortened. */
  readonly agent: string
  /** Where the browser says the product is, `https://trial.example.org`. */
  readonly origin: string
  readonly cookies: Readonly<Record<string, string | undefined>>
}

export interface AccountCall<P = unknown, Q = unknown, B = unknown> extends Call<P, Q, B> {
  readonly session: Session
  readonly token: string
}

export interface StudyCall<P = unknown, Q = unknown, B = unknown> extends AccountCall<P, Q, B> {
  readonly study: OpenStudy
  readonly studyState: StudyState
  /** In the first role that opens this route; for a participant, the one held at the participant's site. */
  readonly actor: Actor
  /** The same person as the roles held at a site allow; undefined when none is held there. */
  readonly actorAt: (site: string) => Actor | undefined
  /** Sites the roles were given for; undefined means all. */
  readonly sites: readonly string[] | undefined
  /** The streams read at the door. */
  readonly streams: ReadonlyMap<string, Stream>
  /** What numbers and dates were typed in. */
  readonly language: Language
  readonly clientTime?: string
  readonly key: string
  readonly bodyHash: string
  /** What is recorded beside the act: that nothing stood behind it. */
  readonly found: readonly Found[]
}

export interface ParticipantCall<P = unknown, Q = unknown, B = unknown> extends StudyCall<P, Q, B> {
  readonly code: string
  readonly events: readonly Stored<ParticipantEvent>[]
  readonly state: ParticipantState
  readonly context: Context
}

export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly { readonly name: string; readonly value: string; readonly options: object }[]
}

type Handle<C> = (call: C) => Promise<Reply> | Reply

export type Route = RouteBase &
  (
    | { readonly kind: 'open'; readonly handle: Handle<Call> }
    | { readonly kind: 'account'; readonly handle: Handle<AccountCall> }
    | { readonly kind: 'study'; readonly handle: Handle<StudyCall> }
    | { readonly kind: 'participant'; readonly handle: Handle<ParticipantCall> }
  )

interface Shape<P extends TObject, Q extends TObject, B extends TObject> {
  readonly params: P
  readonly query?: Q
  readonly body?: B
}

type Definition<P extends TObject, Q extends TObject, B extends TObject> = Omit<
  RouteBase,
  'params' | 'query' | 'body' | 'keyed'
> &
  Shape<P, Q, B> & { readonly keyed?: boolean }

/*
 * The makers tie a handler's types to the schemas it was written with; the table itself forgets them, since validation
 * has made them true by the time a handler runs.
 */

export const openRoute = <P extends TObject, Q extends TObject, B extends TObject>(
  definition: Definition<P, Q, B> & { readonly handle: Handle<Call<Static<P>, Static<Q>, Static<B>>> },
): Route => ({ keyed: false, ...definition, kind: 'open' }) as Route

export const accountRoute = <P extends TObject, Q extends TObject, B extends TObject>(
  definition: Definition<P, Q, B> & { readonly handle: Handle<AccountCall<Static<P>, Static<Q>, Static<B>>> },
): Route => ({ keyed: false, ...definition, kind: 'account' }) as Route

export const studyRoute = <P extends TObject, Q extends TObject, B extends TObject>(
  definition: Definition<P, Q, B> & { readonly handle: Handle<StudyCall<Static<P>, Static<Q>, Static<B>>> },
): Route => ({ keyed: definition.method === 'POST', ...definition, kind: 'study' }) as Route

export const participantRoute = <P extends TObject, Q extends TObject, B extends TObject>(
  definition: Definition<P, Q, B> & { readonly handle: Handle<ParticipantCall<Static<P>, Static<Q>, Static<B>>> },
): Route => ({ keyed: definition.method === 'POST', ...definition, kind: 'participant' }) as Route
