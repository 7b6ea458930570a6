import Type from 'typebox'
import { closed, Count, Day, EntrySchema, Id, maybe, oneOf, Text } from './common.ts'
import { Closure } from './locks.ts'
import { QuerySchema } from './query.ts'
import { RefusalSchema } from './refusal.ts'
import { ItemVerification } from './verification.ts'

const By = Type.Object({ account: Type.String(), name: Type.String(), role: Type.String() }, closed)

/** The file a value came in. */
const Origin = Type.Object(
  {
    kind: Type.Literal('file'),
    name: Type.String(),
    hash: Type.String(),
    line: Count,
    sample: maybe(Type.String()),
    produced: maybe(Day),
  },
  closed,
)

const Version = Type.Object(
  {
    entry: EntrySchema,
    version: Count,
    day: Day,
    at: Type.String(),
    by: By,
    reason: maybe(Type.String()),
    confirmedUnusual: maybe(Type.Literal(true)),
    origin: maybe(Origin),
    lateDays: maybe(Count),
    clocks: maybe(Type.Object({ entered: Type.String(), stored: Type.String() }, closed)),
    shown: Text,
  },
  closed,
)

const Row = Type.Object(
  {
    row: Type.String(),
    number: Count,
    removed: maybe(Type.Object({ at: Type.String(), by: By, reason: Type.String(), version: Count }, closed)),
    cells: Type.Array(Type.Object({ column: Type.String(), history: Type.Array(Version) }, closed)),
  },
  closed,
)

export const FormPage = Type.Object(
  {
    code: Type.String(),
    encounter: Id,
    form: Id,
    version: Count,
    day: maybe(Day),
    laboratory: maybe(Type.String()),
    laboratories: Type.Array(Type.String()),
    items: Type.Array(
      Type.Object(
        {
          item: Type.String(),
          entry: maybe(EntrySchema),
          shown: maybe(Text),
          applies: oneOf('yes', 'no', 'unknown'),
          missing: Type.Boolean(),
          verification: maybe(ItemVerification),
          hidden: maybe(Type.Literal(true)),
          history: Type.Array(Version),
          rows: maybe(Type.Array(Row)),
        },
        closed,
      ),
    ),
    closed: Type.Array(Closure),
    toRecord: Type.Array(RefusalSchema),
    queries: Type.Array(QuerySchema),
    mayAsk: Type.Boolean(),
  },
  closed,
)
