import { visitKinds } from '@trialwright/conduct'
import Type from 'typebox'
import { clientTime, closed, Count, Day, Id, Instant, maybe, oneOf, Text } from './common.ts'
import { RefusalSchema } from './refusal.ts'
import { SignatureLine, Standing } from './signatures.ts'
import { components } from './signing.ts'

const body = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object({ ...fields, ...clientTime }, closed)

/** `north-1`. */
const VisitId = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}-[0-9]{1,5}$' })
const Kind = oneOf(...visitKinds)
const Said = Type.String({ minLength: 1, maxLength: 2000 })
const Action = Type.Object({ text: Said, responsible: Type.String({ minLength: 1, maxLength: 200 }), due: Day }, closed)
const finding = { text: Said, action: maybe(Action) }

export const monitoringBodies = {
  recordMonitoringVisit: body({
    visit: maybe(VisitId),
    site: Id,
    day: Day,
    kind: Kind,
    people: Said,
    reviewed: Type.String({ minLength: 1, maxLength: 4000 }),
    auditReview: maybe(Type.String({ maxLength: 4000 })),
    findings: Type.Array(Type.Object(finding, closed), { maxItems: 100 }),
  }),
  closeMonitoringAction: body({ visit: VisitId, finding: Type.Integer({ minimum: 1, maximum: 100 }), note: Said }),
  signMonitoringVisit: body({ visit: VisitId, seen: Type.String({ pattern: '^[0-9a-f]{64}$' }), ...components }),
} as const

export const MonitoringParams = Type.Object({ study: Id, visit: VisitId }, closed)

export const Monitoring = Type.Object(
  {
    visits: Type.Array(
      Type.Object(
        {
          visit: Type.String(),
          site: Id,
          siteTitle: Text,
          day: Day,
          kind: Kind,
          by: Type.String(),
          findings: Count,
          openActions: Count,
          signed: Type.Boolean(),
        },
        closed,
      ),
    ),
    actions: Type.Array(
      Type.Object(
        {
          visit: Type.String(),
          site: Id,
          finding: Count,
          text: Type.String(),
          responsible: Type.String(),
          due: Day,
          late: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)

const Evidence = Type.Object(
  {
    verified: Count,
    participants: Count,
    queriesOpened: Count,
    queriesAnswered: Count,
    queriesClosed: Count,
    consents: Count,
    withdrawals: Count,
    corrections: Count,
    frozen: Count,
    deviationsJudged: Count,
    signedConsents: Type.Array(
      Type.Object({ participant: Type.String(), version: Type.String(), day: Day, withdrawn: maybe(Day) }, closed),
    ),
  },
  closed,
)

export const MonitoringReportPage = Type.Object(
  {
    visit: Type.String(),
    site: Id,
    siteTitle: Text,
    timeZone: Type.String(),
    day: Day,
    kind: Kind,
    by: Type.String(),
    people: Type.String(),
    reviewed: Type.String(),
    auditReview: maybe(Type.String()),
    findings: Type.Array(
      Type.Object(
        {
          ...finding,
          number: Count,
          closed: maybe(Type.Object({ at: Instant, by: Type.String(), note: Type.String() }, closed)),
        },
        closed,
      ),
    ),
    evidence: Evidence,
    record: Type.String(),
    standing: Standing,
    signatures: Type.Array(SignatureLine),
    own: Type.Boolean(),
    toSign: Type.Array(RefusalSchema),
  },
  closed,
)
