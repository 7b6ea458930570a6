import Type from 'typebox'
import { ValueChangeRow } from './audit.ts'
import { clientTime, closed, Hash, Id, Instant, maybe, oneOf, Text } from './common.ts'
import { By } from './participant.ts'
import { RefusalSchema } from './refusal.ts'
import { components } from './signing.ts'

const body = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object({ ...fields, ...components, ...clientTime }, closed)

const visit = { encounter: Id, seen: Hash }

export const signatureBodies = {
  signVisit: body(visit),
  signVisits: body({ visits: Type.Array(Type.Object(visit, closed), { minItems: 1, maxItems: 200 }) }),
  signCasebook: body({ seen: Hash }),
} as const

export const Standing = oneOf('unsigned', 'valid', 'void')

/** As a signature prints. */
export const SignatureLine = Type.Object(
  {
    printedName: Type.String(),
    at: Instant,
    meaning: oneOf(
      'confirmsEligibility',
      'reviewedVisit',
      'reviewedCasebook',
      'approvesCorrection',
      'reportsMonitoringVisit',
      'delegatesDuties',
      'acceptsDelegation',
      'endsDelegation',
    ),
  },
  closed,
)

const SignedRecord = Type.Object(
  {
    encounter: maybe(Id),
    title: Text,
    standing: Standing,
    record: Hash,
    signatures: Type.Array(SignatureLine),
    changed: Type.Array(Type.Object({ at: Instant, by: By, what: Text, changes: Type.Array(ValueChangeRow) }, closed)),
    toSign: Type.Array(RefusalSchema),
  },
  closed,
)

export const Signatures = Type.Object(
  { code: Type.String(), visits: Type.Array(SignedRecord), casebook: SignedRecord },
  closed,
)
