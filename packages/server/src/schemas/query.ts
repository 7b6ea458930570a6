import Type from 'typebox'
import { closed, Count, Id, maybe, oneOf, Text } from './common.ts'

/** `Q1`, in the order of a participant's queries. */
export const QueryId = Type.String({ pattern: '^Q[0-9]{1,6}$' })

export const PlaceSchema = Type.Object(
  {
    encounter: Id,
    form: Id,
    item: maybe(Type.String()),
    row: maybe(Type.String()),
    column: maybe(Type.String()),
  },
  closed,
)

const Status = oneOf('open', 'answered', 'closed')
const byCheck = { byCheck: maybe(Type.Literal(true)) }

export const QuerySchema = Type.Object(
  {
    id: QueryId,
    place: PlaceSchema,
    status: Status,
    ...byCheck,
    since: Type.String(),
    steps: Type.Array(
      Type.Object(
        {
          kind: oneOf('asked', 'answered', 'corrected', 'closed', 'reopened'),
          at: Type.String(),
          by: Type.Object({ name: Type.String(), role: Type.String() }, closed),
          ...byCheck,
          text: maybe(Text),
        },
        closed,
      ),
    ),
    may: Type.Array(oneOf('answer', 'close', 'reopen')),
  },
  closed,
)

export const QueryRowSchema = Type.Object(
  {
    code: Type.String(),
    site: Id,
    query: QueryId,
    place: PlaceSchema,
    status: Status,
    ...byCheck,
    asker: Type.String(),
    asked: Type.String(),
    since: Type.String(),
    question: Text,
    answer: maybe(Text),
  },
  closed,
)

export const QueryList = Type.Object({ rows: Type.Array(QueryRowSchema), next: maybe(Type.String()) }, closed)
export const QueryCounts = Type.Object({ open: Count, answered: Count }, closed)
