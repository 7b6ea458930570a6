import Type from 'typebox'
import { components } from './signing.ts'
import { byId, clientTime, closed, Count, Day, Id, maybe, oneOf, Reason, TimeOfDay } from './common.ts'
import { QueryId } from './query.ts'

/* The bodies of commands: a command of conduct without its `type`, and the client's clock. */

const body = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object({ ...fields, ...clientTime }, closed)

/** What was typed, kept as typed; a number is text here, so that `12,5` and `<5` reach the strict parser. */
const Typed = Type.String({ maxLength: 4000 })
const Absence = oneOf('notDone', 'notKnown', 'notApplicable', 'refused')
const cell = { typed: maybe(Typed), unit: maybe(Type.String({ maxLength: 40 })), absent: maybe(Absence) }
const Name = Type.String({ minLength: 1, maxLength: 100 })
/** As the stock numbers its lots and excursions, `L1`, `X1`. */
const LotId = Type.String({ pattern: '^[A-Z][0-9]{1,6}$' })
const Vials = Type.Integer({ minimum: 0, maximum: 10_000 })
/** An item, or a cell as `list.r3.dose`. */
const ValuePath = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$' })
const RowId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })

const RawEntry = Type.Object(
  {
    ...cell,
    rows: maybe(
      Type.Array(
        Type.Object(
          {
            id: RowId,
            cells: byId(Type.Object(cell, closed)),
            removed: maybe(Type.Boolean()),
            reason: maybe(Type.String({ maxLength: 2000 })),
          },
          closed,
        ),
        { maxItems: 200 },
      ),
    ),
    complete: maybe(Type.Boolean()),
  },
  closed,
)

export const bodies = {
  recordConsent: body({ version: Id, day: Day }),
  withdrawConsent: body({
    day: Day,
    scope: oneOf('treatment', 'everything'),
    reason: Type.String({ maxLength: 2000 }),
  }),
  recordDeclined: body({ day: Day, reason: Type.String({ maxLength: 2000 }) }),
  correctConsentDay: body({ version: Id, day: Day, reason: Reason }),
  correctInfusionTime: body({
    encounter: Id,
    moment: oneOf('start', 'observation', 'interruption', 'resumption', 'end'),
    number: maybe(Type.Integer({ minimum: 1, maximum: 1000 })),
    time: TimeOfDay,
    reason: Reason,
  }),
  recordForm: body({
    encounter: Id,
    form: Id,
    day: Day,
    laboratory: maybe(Type.String({ minLength: 1, maxLength: 100 })),
    entries: byId(RawEntry),
    reasons: maybe(byId(Reason)),
    expectedVersion: Count,
    confirmed: maybe(Type.Array(ValuePath, { maxItems: 1000 })),
    queries: maybe(byId(QueryId)),
  }),
  classifyDeviation: body({
    key: Type.String({ minLength: 1, maxLength: 200 }),
    important: Type.Boolean(),
    effect: oneOf('none', 'perProtocol', 'toDecide'),
    note: Reason,
  }),
  askQuery: body({ encounter: Id, form: Id, item: maybe(Id), row: maybe(RowId), column: maybe(Id), text: Reason }),
  answerQuery: body({ query: QueryId, text: Reason }),
  closeQuery: body({ query: QueryId, text: maybe(Type.String({ maxLength: 2000 })) }),
  reopenQuery: body({ query: QueryId, text: Reason }),
  confirmEligibility: body(components),
  recordScreenFailure: body({ note: Type.String({ maxLength: 2000 }) }),
  startRescreening: body({ reason: Reason }),
  randomise: body({}),
  bookEncounter: body({ encounter: Id, day: Day }),
  recordVisit: body({ encounter: Id, day: Day, reason: maybe(Reason) }),
  recordMissedVisit: body({ encounter: Id, reason: Reason }),
  recordUnscheduledVisit: body({
    encounter: maybe(Id),
    day: Day,
    reason: Reason,
    forms: Type.Array(Id, { maxItems: 100 }),
    correction: maybe(Reason),
  }),
  requestPreparation: body({ encounter: Id }),
  startInfusion: body({ encounter: Id, label: Type.String({ minLength: 1, maxLength: 40 }), time: TimeOfDay }),
  recordObservation: body({
    encounter: Id,
    time: TimeOfDay,
    vitals: Type.Object(
      {
        temperature: maybe(Type.String({ maxLength: 20 })),
        pulse: maybe(Type.String({ maxLength: 20 })),
        systolic: maybe(Type.String({ maxLength: 20 })),
        diastolic: maybe(Type.String({ maxLength: 20 })),
        saturation: maybe(Type.String({ maxLength: 20 })),
      },
      closed,
    ),
    note: maybe(Type.String({ maxLength: 2000 })),
  }),
  interruptInfusion: body({ encounter: Id, time: TimeOfDay, reason: Reason }),
  resumeInfusion: body({ encounter: Id, time: TimeOfDay, reason: Reason }),
  endInfusion: body({
    encounter: Id,
    time: TimeOfDay,
    volumeGiven: Type.String({ minLength: 1, maxLength: 20 }),
    reason: maybe(Reason),
  }),
  recordReaction: body({
    encounter: Id,
    day: maybe(Day),
    time: TimeOfDay,
    grade: Type.Integer({ minimum: 1, maximum: 5 }),
    signs: Reason,
    action: Reason,
  }),
  holdTreatment: body({ reason: Reason }),
  releaseHold: body({ reason: Reason }),
  stopTreatment: body({ reason: Reason, rule: maybe(Id) }),
  recordPreparation: body({
    encounter: Id,
    batch: Type.String({ minLength: 1, maxLength: 60 }),
    vialsOpened: Type.Integer({ minimum: 0, maximum: 100 }),
    secondPerson: maybe(Type.String({ minLength: 1, maxLength: 200 })),
    reason: maybe(Reason),
    picks: maybe(Type.Array(Type.Object({ lot: LotId, vials: Vials }, closed), { maxItems: 100 })),
  }),
  checkPreparation: body({ encounter: Id }),
  handOver: body({ encounter: Id, to: maybe(Name) }),
  takeBagBack: body({ encounter: Id, reason: Reason }),
  wasteBag: body({ encounter: Id, reason: Reason }),
} as const

const Shelf = oneOf('quarantine', 'available', 'returned', 'wasted')
const leaving = { lot: LotId, from: Shelf, vials: Vials, reason: Reason }

/** Commands on a site's stock; the site stands in the path. */
export const supplyBodies = {
  receiveVials: body({
    product: Id,
    brand: Name,
    batch: Name,
    expiry: Day,
    vials: Vials,
    shipment: Name,
    coldChain: oneOf('kept', 'broken', 'notLogged'),
  }),
  releaseVials: body({ lot: LotId, reason: maybe(Reason) }),
  recordExcursion: body({
    lots: Type.Array(LotId, { minItems: 1, maxItems: 200 }),
    lowest: Type.String({ minLength: 1, maxLength: 20 }),
    highest: Type.String({ minLength: 1, maxLength: 20 }),
    minutes: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    what: Reason,
  }),
  decideExcursion: body({
    excursion: LotId,
    decision: oneOf('release', 'destroy'),
    reason: Reason,
    witness: maybe(Name),
  }),
  countStock: body({
    counts: Type.Array(
      Type.Object(
        { lot: LotId, account: Shelf, counted: Count, explanation: maybe(Type.String({ maxLength: 300 })) },
        closed,
      ),
      { maxItems: 800 },
    ),
    witness: Name,
  }),
  wasteVials: body(leaving),
  sendBackVials: body(leaving),
  destroyVials: body({ ...leaving, witness: Name }),
  bookGiven: body({}),
} as const

export const RegisterBody = body({
  site: Id,
  identity: maybe(
    Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 200 }),
        birthDate: maybe(Day),
        nationalNumber: maybe(Type.String({ pattern: '^[0-9]{11}$' })),
        phone: maybe(Type.String({ maxLength: 40 })),
        /** Somebody alike is registered, and it was checked that this is another person. */
        anotherPerson: maybe(Type.Boolean()),
      },
      closed,
    ),
  ),
})

const Sex = oneOf('female', 'male', 'any')

export const RangesBody = body({
  ranges: Type.Array(
    Type.Object(
      {
        laboratory: Type.String({ minLength: 1, maxLength: 100 }),
        form: Id,
        item: Id,
        sex: Sex,
        fromAge: Type.Number({ minimum: 0, maximum: 150 }),
        toAge: Type.Number({ minimum: 0, maximum: 200 }),
        from: Day,
        to: maybe(Day),
        low: maybe(Type.Number()),
        high: maybe(Type.Number()),
        unit: Type.String({ minLength: 1, maxLength: 40 }),
      },
      closed,
    ),
    { minItems: 1, maxItems: 500 },
  ),
})

export const OpenSiteBody = body({ site: Id })
const ProtocolVersion = Type.String({ minLength: 1, maxLength: 40 })
export const ApprovalBody = body({
  site: Id,
  approval: Id,
  version: ProtocolVersion,
  reference: Type.String({ maxLength: 200 }),
  day: Day,
})
export const WithdrawApprovalBody = body({ site: Id, approval: Id, version: ProtocolVersion, reason: Reason })
export const EmptyBody = body({})
export const ClockBody = body({
  days: Type.Integer({ minimum: 0, maximum: 3650 }),
  minutes: maybe(Type.Integer({ minimum: 0, maximum: 1440 })),
})
export const LiveBody = body({ days: Type.Integer({ minimum: 1, maximum: 366 }) })
