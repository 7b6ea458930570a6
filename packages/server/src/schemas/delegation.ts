import { allRoles } from '@trialwright/conduct'
import Type from 'typebox'
import { clientTime, closed, Day, Id, Instant, maybe, oneOf, Text } from './common.ts'
import { SignatureLine } from './signatures.ts'
import { components } from './signing.ts'

const body = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object({ ...fields, ...clientTime }, closed)

const Account = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
/** `north-3`. */
const Delegation = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}-[0-9]{1,5}$' })
const Reason = Type.String({ maxLength: 2000 })

export const delegationBodies = {
  nameInvestigator: body({ site: Id, person: Account }),
  delegateDuties: body({
    site: Id,
    person: Account,
    duties: Type.Array(Id, { maxItems: 50 }),
    from: Day,
    until: maybe(Day),
    ...components,
  }),
  acceptDelegation: body({ site: Id, delegation: Delegation, ...components }),
  endDelegation: body({ site: Id, delegation: Delegation, day: Day, reason: Reason, ...components }),
  recordTraining: body({
    people: Type.Array(Account, { maxItems: 500 }),
    training: Id,
    day: Day,
    evidence: Type.String({ maxLength: 200 }),
    expires: maybe(Day),
  }),
  withdrawTraining: body({ record: Type.String({ pattern: '^[0-9]{1,9}$' }), reason: Reason }),
  explainFinding: body({ site: Id, finding: Type.String({ minLength: 1, maxLength: 300 }), note: Reason }),
} as const

const object = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) => Type.Object(fields, closed)
const Site = Type.Union([Type.String(), Type.Null()])

const Line = object({
  delegation: Type.String(),
  account: Type.String(),
  name: Type.String(),
  duties: Type.Array(Text),
  from: Day,
  until: maybe(Day),
  standing: oneOf('waiting', 'coming', 'inForce', 'ended'),
  signed: SignatureLine,
  accepted: maybe(SignatureLine),
  ended: maybe(object({ day: Day, reason: Type.String(), signed: SignatureLine })),
})

const Finding = object({
  finding: Type.String(),
  name: Type.String(),
  day: Day,
  lack: Text,
  kind: oneOf('delegation', 'training'),
  emergency: Type.Boolean(),
  explained: maybe(object({ at: Instant, by: Type.String(), note: Type.String() })),
})

const SiteDelegation = object({
  site: Id,
  title: Text,
  timeZone: Type.String(),
  today: Day,
  investigator: maybe(object({ account: Type.String(), name: Type.String(), at: Instant, by: Type.String() })),
  log: Type.Array(Line),
  lacking: Type.Array(object({ account: Type.String(), name: Type.String(), lacks: Type.Array(Text) })),
  findings: Type.Array(Finding),
})

const StaffMember = object({
  account: Type.String(),
  name: Type.String(),
  grants: Type.Array(object({ role: oneOf(...allRoles), site: Site })),
  trained: Type.Array(object({ training: Id, title: Text, counts: Type.Boolean(), expires: maybe(Day) })),
  records: Type.Array(
    object({
      record: Type.String(),
      training: Id,
      title: Text,
      protocolVersion: maybe(Type.String()),
      day: Day,
      evidence: Type.String(),
      expires: maybe(Day),
      attestedBy: Type.String(),
      withdrawn: maybe(object({ at: Instant, by: Type.String(), reason: Type.String() })),
    }),
  ),
})

export const DelegationPage = object({
  version: Type.String(),
  duties: Type.Array(object({ id: Id, title: Text })),
  training: Type.Array(object({ id: Id, title: Text, eachVersion: Type.Boolean() })),
  me: Type.String(),
  sites: Type.Array(SiteDelegation),
  people: Type.Array(StaffMember),
})
