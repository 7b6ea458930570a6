import Type from 'typebox'
import { auditKinds, auditPatterns } from '@trialwright/conduct'
import { closed, Count, Day, Id, Instant, maybe, oneOf, ParticipantCode, Text } from './common.ts'

const Kind = oneOf(...auditKinds)
const Pattern = oneOf(...auditPatterns)
const Account = Type.String({ minLength: 1, maxLength: 100 })

export const AuditQuery = Type.Object(
  {
    site: maybe(Id),
    participant: maybe(ParticipantCode),
    encounter: maybe(Id),
    form: maybe(Id),
    item: maybe(Id),
    person: maybe(Account),
    role: maybe(Id),
    kind: maybe(Kind),
    pattern: maybe(Pattern),
    from: maybe(Day),
    until: maybe(Day),
    before: maybe(Type.String({ pattern: '^[0-9]{1,15}$', description: 'Position the page ends before.' })),
  },
  closed,
)

export const ValueChangeRow = Type.Object(
  { item: maybe(Id), label: Text, from: maybe(Text), to: Text, reason: maybe(Type.String()) },
  closed,
)

const Person = Type.Object({ account: Type.String(), name: Type.String(), role: Type.String() }, closed)

const Place = Type.Object(
  { encounter: Id, form: Id, item: maybe(Id), row: maybe(Type.String()), column: maybe(Id) },
  closed,
)

const row = {
  position: Count,
  type: Type.String(),
  at: Instant,
  recordedAt: Instant,
  clientTime: maybe(Type.String()),
  by: Person,
  site: maybe(Type.String()),
  participant: maybe(Type.String()),
  what: Text,
}

export const AuditPage = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        { ...row, place: maybe(Place), changes: Type.Array(ValueChangeRow), patterns: Type.Array(Pattern) },
        closed,
      ),
    ),
    next: maybe(Count),
  },
  closed,
)

export const AuditPeople = Type.Object({ people: Type.Array(Person) }, closed)

export const AccessQuery = Type.Object(
  {
    of: oneOf('people', 'data'),
    before: maybe(Type.String({ pattern: '^[0-9]{1,15}$' })),
  },
  closed,
)

export const AccessPage = Type.Object(
  { rows: Type.Array(Type.Object({ ...row, about: maybe(Type.String()) }, closed)), next: maybe(Count) },
  closed,
)
