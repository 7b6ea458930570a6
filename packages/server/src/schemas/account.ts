import Type from 'typebox'
import { clientTime, closed, Count, maybe, oneOf } from './common.ts'

const body = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object({ ...fields, ...clientTime }, closed)

const Password = Type.String({ minLength: 1, maxLength: 200 })
const Code = Type.String({ minLength: 1, maxLength: 40 })
/** 256 random bits, base64url. */
const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
const CredentialId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,1400}$' })
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
/** What the browser's WebAuthn answers; the library that checks it reads it strictly. */
const Answer = Type.Object(
  {
    id: CredentialId,
    rawId: CredentialId,
    type: Type.Literal('public-key'),
    response: Type.Record(Type.String({ pattern: '^[A-Za-z]{1,40}$' }), Type.Unknown(), { maxProperties: 20 }),
    authenticatorAttachment: maybe(Type.String({ maxLength: 40 })),
    clientExtensionResults: Type.Record(Type.String({ pattern: '^[A-Za-z]{1,40}$' }), Type.Unknown(), {
      maxProperties: 20,
    }),
  },
  closed,
)

export const SignInBody = body({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  password: Password,
  code: maybe(Code),
})
export const PasskeyOptionsBody = body({ name: maybe(Type.String({ maxLength: 100 })) })
export const PasskeyBody = body({ response: Answer })
export const TokenBody = body({ token: Token })
export const ActivateBody = body({ token: Token, next: Password, code: maybe(Code) })
export const ChangePasswordBody = body({ password: Password, next: Password })
export const PasswordBody = body({ password: Password })
export const CodeBody = body({ code: Code })
export const AddPasskeyBody = body({ name: Type.String({ minLength: 1, maxLength: 60 }), response: Answer })
export const RemovePasskeyBody = body({ id: CredentialId, password: Password })
export const EndSessionsBody = body({ session: maybe(Uuid) })
export const LocaleBody = body({ locale: oneOf('en', 'nb') })

/** What the browser passes to WebAuthn as it is. */
export const Options = Type.Unsafe<object>({ type: 'object', additionalProperties: true })

const Provider = Type.Object({ id: Type.String(), title: Type.String() }, closed)
export const WaysIn = Type.Object({ providers: Type.Array(Provider) }, closed)
export const ProviderParams = Type.Object({ provider: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }) }, closed)
/** What a provider may send back with the browser. */
export const ProviderQuery = Type.Object(
  Object.fromEntries(
    ['code', 'state', 'iss', 'session_state', 'error', 'error_description', 'error_uri', 'scope'].map((name) => [
      name,
      maybe(Type.String({ maxLength: 4000 })),
    ]),
  ),
  closed,
)

export const InvitationPage = Type.Object(
  {
    login: Type.String(),
    printedName: Type.String(),
    locale: Type.String(),
    expiresAt: Type.String(),
    first: Type.Boolean(),
    secondFactor: Type.Boolean(),
  },
  closed,
)

export const LiveSession = Type.Object(
  {
    sessionId: Type.String(),
    accountId: Type.String(),
    login: Type.String(),
    printedName: Type.String(),
    createdAt: Type.String(),
    lastSeenAt: Type.String(),
    expiresAt: Type.String(),
    address: Type.String(),
    agent: Type.String(),
    means: Type.String(),
  },
  closed,
)

export const AccountPage = Type.Object(
  {
    login: Type.String(),
    printedName: Type.String(),
    locale: Type.String(),
    sessionId: Type.String(),
    maySign: Type.Boolean(),
    authenticator: maybe(Type.Object({ codesLeft: Count }, closed)),
    passkeys: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          createdAt: Type.String(),
          lastUsedAt: Type.Union([Type.String(), Type.Null()]),
        },
        closed,
      ),
    ),
    sessions: Type.Array(LiveSession),
  },
  closed,
)

export const ProposedAuthenticator = Type.Object(
  { ok: Type.Literal(true), secret: Type.String(), address: Type.String() },
  closed,
)
export const RecoveryCodes = Type.Object({ ok: Type.Literal(true), codes: Type.Array(Type.String()) }, closed)
