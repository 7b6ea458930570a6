import type { Entry } from '@trialwright/protocol'
import Type, { type TSchema } from 'typebox'

/* Building blocks of the route table's schemas. Objects are closed: an unlisted field is refused on the way in and dropped on the way out. */

export const closed = { additionalProperties: false } as const

export const Text = Type.Object({ en: Type.String(), nb: Type.String() }, closed)

/** Names in a study definition, `eligibilityMri`, `EX07`, `D14`. */
export const Id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' })

/** SHA-256, in hexadecimal. */
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** A calendar day as written, `2026-11-22`; whether the day exists is decided with the command. */
export const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })

/** An instant with its offset, `2026-11-22T14:05:00+01:00`. */
export const Instant = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})$',
})

/** Time of day, `14:05`. */
export const TimeOfDay = Type.String({ pattern: '^[0-9]{2}:[0-9]{2}$' })

/** A reason a person writes. */
export const Reason = Type.String({ minLength: 1, maxLength: 2000 })

export const Count = Type.Integer({ minimum: 0 })

export const ParticipantCode = Type.String({ pattern: '^[A-Z]{2,8}-[0-9]{3,6}$' })

export const Language = Type.Union([Type.Literal('en'), Type.Literal('nb')])

/** A field that may be absent from the JSON. */
export const maybe = Type.Optional

/** One of a few words; plain `enum`, so that a refusal can name them. */
export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  Type.Unsafe<Words[number]>(Type.String({ enum: [...words] }))

/** A dictionary with keys from the study definition. */
export const byId = <Value extends TSchema>(value: Value) =>
  Type.Record(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }), value, {
    additionalProperties: false,
    maxProperties: 200,
  })

/** Every mutation may say what the client's own clock showed. */
export const clientTime = { clientTime: maybe(Instant) }

/** What was typed beside what it was read as. */
export const EntrySchema = Type.Unsafe<Entry>(
  Type.Object(
    {
      typed: maybe(Type.String()),
      value: maybe(Type.Unsafe<unknown>({})),
      unit: maybe(Type.String()),
      absent: maybe(oneOf('notDone', 'notKnown', 'notApplicable', 'refused')),
    },
    closed,
  ),
)
