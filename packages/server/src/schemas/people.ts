import { allRoles } from '@trialwright/conduct'
import Type from 'typebox'
import { LiveSession } from './account.ts'
import { clientTime, closed, Count, Day, Id, maybe, oneOf, ParticipantCode, Reason } from './common.ts'

const body = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object({ ...fields, ...clientTime }, closed)

export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
const Instant = Type.String()
const OrNull = <const Schema extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Object>>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Login = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]{2,63}$' })

export const NewPersonBody = body({
  login: Login,
  printedName: Type.String({ minLength: 3, maxLength: 100 }),
  locale: oneOf('en', 'nb'),
})
export const PersonBody = body({ person: Uuid })
export const GrantBody = body({
  person: Uuid,
  role: oneOf(...allRoles),
  site: maybe(Id),
  participant: maybe(ParticipantCode),
  from: maybe(Day),
  until: maybe(Day),
})
export const EndGrantBody = body({ grant: Uuid })
export const ReviewBody = body({
  grant: Uuid,
  outcome: oneOf('kept', 'ended'),
  note: maybe(Type.String({ maxLength: 2000 })),
})
export const DisableBody = body({ person: Uuid, reason: Reason })
export const IdentityCheckBody = body({ person: Uuid, how: Type.String({ minLength: 3, maxLength: 200 }) })
export const LinkBody = body({
  person: Uuid,
  issuer: Type.String({ minLength: 8, maxLength: 300 }),
  subject: Type.String({ minLength: 1, maxLength: 300 }),
})
export const UnlinkBody = body({ person: Uuid, link: Uuid })
export const EndSessionBody = body({ person: Uuid, session: maybe(Uuid) })

export const Done = Type.Object({ ok: Type.Literal(true) }, closed)
export const Created = Type.Object({ ok: Type.Literal(true), person: Type.String() }, closed)
/** The link is shown once, to be handed over; only its fingerprint is kept. */
export const InvitationLink = Type.Object({ ok: Type.Literal(true), link: Type.String(), hours: Count }, closed)

const Grant = Type.Object(
  {
    grantId: Type.String(),
    role: Type.String(),
    site: OrNull(Type.String()),
    participant: OrNull(Type.String()),
    validFrom: Instant,
    validUntil: OrNull(Instant),
    state: oneOf('held', 'coming', 'ended'),
    reviewDue: Type.Boolean(),
    reviewed: OrNull(
      Type.Object({ at: Instant, by: Type.String(), outcome: Type.String(), note: Type.String() }, closed),
    ),
  },
  closed,
)

export const PeoplePage = Type.Object(
  {
    people: Type.Array(
      Type.Object(
        {
          accountId: Type.String(),
          login: Type.String(),
          printedName: Type.String(),
          locale: Type.String(),
          demo: Type.Boolean(),
          createdAt: Instant,
          disabledAt: OrNull(Instant),
          activated: Type.Boolean(),
          maySign: Type.Boolean(),
          identity: OrNull(Type.Object({ how: Type.String(), by: Type.String(), at: Instant }, closed)),
          invitedUntil: OrNull(Instant),
          authenticator: Type.Boolean(),
          passkeys: Count,
          links: Type.Array(
            Type.Object({ linkId: Type.String(), issuer: Type.String(), subject: Type.String() }, closed),
          ),
          lastSignIn: OrNull(Instant),
          dormant: Type.Boolean(),
          grants: Type.Array(Grant),
        },
        closed,
      ),
    ),
    /** Names tried in vain within a day. */
    failing: Type.Array(
      Type.Object(
        {
          login: OrNull(Type.String()),
          printedName: OrNull(Type.String()),
          failures: Count,
          addresses: Count,
          last: Instant,
        },
        closed,
      ),
    ),
    issuers: Type.Array(Type.Object({ issuer: Type.String(), title: Type.String() }, closed)),
    /** Messages that wait, for administrators of a real trial; never what they say. */
    mail: maybe(
      Type.Object(
        {
          isSet: Type.Boolean({ description: 'Whether a mail server is set.' }),
          waiting: Type.Array(
            Type.Object(
              {
                to: oneOf('sponsor', 'administrators'),
                created: Instant,
                attempts: Count,
                next: maybe(Instant),
                failure: maybe(Type.String()),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const SessionsPage = Type.Object({ sessions: Type.Array(LiveSession) }, closed)
