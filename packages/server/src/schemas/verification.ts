import Type from 'typebox'
import { clientTime, closed, Count, Day, EntrySchema, Id, Instant, maybe, oneOf, Reason, Text } from './common.ts'

const body = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object({ ...fields, ...clientTime }, closed)

const compared = {
  encounter: Id,
  form: Id,
  values: Type.Array(Type.Object({ item: Id, version: Count }, closed), { minItems: 1, maxItems: 200 }),
}

export const verificationBodies = {
  verifyValues: body(compared),
  verifyForms: body({ forms: Type.Array(Type.Object(compared, closed), { minItems: 1, maxItems: 100 }) }),
  unverifyValues: body({
    encounter: Id,
    form: Id,
    items: Type.Array(Id, { minItems: 1, maxItems: 200 }),
    reason: Reason,
  }),
} as const

const progress = { planned: Count, verified: Count, changed: Count }
const Progress = Type.Object(progress, closed)

/** In a row of the list. */
export const VerificationProgress = Type.Object({ critical: Progress, whole: Progress }, closed)

/** At a value of a form. */
export const ItemVerification = Type.Object(
  {
    version: Count,
    standing: oneOf('verified', 'changed', 'unverified'),
    critical: Type.Boolean(),
    at: maybe(Instant),
    by: maybe(Type.String()),
  },
  closed,
)

export const ParticipantVerificationPage = Type.Object(
  {
    code: Type.String(),
    sampled: Type.Boolean(),
    ...progress,
    forms: Type.Array(Type.Object({ encounter: Id, form: Id, title: Text, encounterTitle: Text, ...progress }, closed)),
  },
  closed,
)

/** One visit beside its source. */
export const VisitVerificationPage = Type.Object(
  {
    code: Type.String(),
    encounter: Id,
    title: Text,
    sampled: Type.Boolean(),
    ...progress,
    forms: Type.Array(
      Type.Object(
        {
          form: Id,
          day: Day,
          laboratory: maybe(Type.String()),
          ...progress,
          values: Type.Array(
            Type.Object(
              { item: Id, entry: EntrySchema, planned: Type.Boolean(), verification: ItemVerification },
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

export const Verification = Type.Object(
  {
    critical: Type.Array(Type.Object({ form: Id, title: Text, items: Type.Array(Text) }, closed)),
    share: Type.Number(),
    sites: Type.Array(Type.Object({ site: Id, title: Text, share: Type.Number(), ...progress }, closed)),
    found: Count,
    participants: Type.Array(
      Type.Object({ code: Type.String(), site: Id, sampled: Type.Boolean(), ...progress }, closed),
    ),
  },
  closed,
)
