import { dateFormats } from '@trialwright/conduct'
import Type from 'typebox'
import { clientTime, closed, Count, Day, Id, maybe, oneOf, Reason, Text } from './common.ts'
import { RefusalSchema } from './refusal.ts'

const Format = Type.Object(
  { separator: oneOf(';', ','), decimal: oneOf(',', '.'), dates: oneOf(...dateFormats) },
  closed,
)

const sent = {
  /** 380,000 bytes: a thousand rows of nearly four hundred characters. */
  file: Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$', maxLength: 507_000, description: 'The bytes in base64.' }),
  name: Type.String({ minLength: 1, maxLength: 200, description: 'Name of the file.' }),
  laboratory: Type.String({ minLength: 1, maxLength: 100 }),
  format: Format,
  ...clientTime,
}

export const PreviewFileBody = Type.Object(sent, closed)
export const ImportFileBody = Type.Object(
  {
    ...sent,
    seen: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of the preview that is accepted.' }),
    reason: maybe(Reason),
    confirmed: maybe(
      Type.Array(Type.String({ maxLength: 200, description: 'Line and column, `6/laboratory.haemoglobin`.' }), {
        maxItems: 2_000,
      }),
    ),
  },
  closed,
)

const States = ['new', 'equal', 'changed', 'refused'] as const
const FileFacts = { name: Type.String(), hash: Type.String(), rows: Count }

export const FilePreview = Type.Object(
  {
    file: Type.Object(FileFacts, closed),
    taken: maybe(Type.Object({ at: Type.String(), by: Type.String(), name: Type.String() }, closed)),
    refusals: Type.Array(
      Type.Object({ line: maybe(Count), column: maybe(Type.String()), refusal: RefusalSchema }, closed),
    ),
    results: Type.Array(
      Type.Object(
        {
          line: Count,
          participant: Type.String(),
          encounter: maybe(Type.String()),
          sampled: Day,
          form: Id,
          item: Id,
          column: Type.String(),
          state: oneOf(...States),
          typed: Type.String(),
          shown: maybe(Text),
          converted: maybe(Text),
          previous: maybe(Text),
          unusual: maybe(RefusalSchema),
        },
        closed,
      ),
    ),
    counts: Type.Object({ new: Count, equal: Count, changed: Count, refused: Count }, closed),
    corrects: Type.Boolean(),
    seen: Type.String(),
  },
  closed,
)

export const FilesPage = Type.Object(
  {
    site: Id,
    columns: Type.Array(Type.String()),
    laboratories: Type.Array(Type.String()),
    mostRows: Count,
    mostBytes: Count,
    toImport: Type.Array(RefusalSchema),
    files: Type.Array(
      Type.Object(
        {
          ...FileFacts,
          at: Type.String(),
          by: Type.String(),
          laboratory: Type.String(),
          counts: Type.Object({ new: Count, equal: Count, changed: Count }, closed),
          reason: maybe(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
)
