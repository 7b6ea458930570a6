import Type, { type Static } from 'typebox'
import { closed, Text } from './common.ts'

export const RefusalSchema = Type.Object(
  { code: Type.String(), field: Type.Optional(Type.String()), reason: Text, remedy: Text },
  closed,
)

/** The body of every answer that is not a success. */
export const Refusals = Type.Object({ refusals: Type.Array(RefusalSchema) }, closed)
export type Refusals = Static<typeof Refusals>

/** The answer to a command that was carried out; `code` for a participant just registered. */
export const Done = Type.Object(
  { ok: Type.Literal(true), version: Type.Integer(), code: Type.Optional(Type.String()) },
  closed,
)
export type Done = Static<typeof Done>
