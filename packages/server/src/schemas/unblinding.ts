import { allRoles, breakReasons, isBlinded, learners } from '@trialwright/conduct'
import Type from 'typebox'
import { clientTime, closed, Count, Day, Id, Instant, maybe, oneOf, ParticipantCode, Text } from './common.ts'
import { bodies } from './commands.ts'
import { RefusalSchema } from './refusal.ts'
import { components } from './signing.ts'

/* Code breaks, envelopes, accidental and planned unblinding, results that tell the arm. */

const By = Type.Object({ account: Type.String(), name: Type.String(), role: Type.String() }, closed)
const Note = Type.String({ minLength: 1, maxLength: 500 })
const Long = Type.String({ minLength: 1, maxLength: 2000 })
const BreakReason = oneOf(...breakReasons)
const Opened = Type.Object({ id: Type.String(), by: Type.String(), at: Type.String() }, closed)

/** On the participant's page. */
export const Unblinding = Type.Object(
  {
    codeBreaks: Type.Array(
      Type.Object(
        {
          at: Instant,
          by: By,
          reason: BreakReason,
          note: Type.String(),
          source: oneOf('server', 'envelope'),
          opened: maybe(Opened),
        },
        closed,
      ),
    ),
    accidental: Type.Array(
      Type.Object(
        {
          at: Instant,
          by: By,
          learner: oneOf(...learners),
          who: Type.String(),
          day: Day,
          how: Type.String(),
          assessment: Type.String(),
          actions: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
)

const body = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object({ ...fields, ...clientTime }, closed)

export const unblindingBodies = {
  breakCode: body({ reason: BreakReason, note: Note, ...components }),
  unblindForSafety: body({ note: Note, ...components }),
  recordAccidentalUnblinding: body({
    learner: oneOf(...learners),
    who: Type.String({ minLength: 1, maxLength: 200 }),
    day: Day,
    how: Long,
    assessment: Long,
    actions: Long,
  }),
  signedNote: body({ note: Long, ...components }),
  signed: body(components),
  envelopes: body({ site: Id }),
  drawSecret: body({ site: Id, ...components }),
  reconcile: body({
    opening: Type.Object(
      {
        format: Type.Literal('trialwright-envelope-opening'),
        version: Type.Literal(1),
        study: Id,
        site: Id,
        secretId: Type.String({ pattern: '^[0-9a-f]{12}$' }),
        id: Type.String({ pattern: '^[0-9a-f]{32}$' }),
        participant: ParticipantCode,
        by: Type.String({ minLength: 1, maxLength: 200 }),
        at: Instant,
        reason: BreakReason,
        note: Note,
        proof: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      },
      closed,
    ),
  }),
  recordUnblindedForm: bodies.recordForm,
} as const

/** The arm of one participant, told to one person. Never stored by a client: every answer is no-store. */
export const Told = Type.Object(
  { ok: Type.Literal(true), arm: Type.Object({ id: Id, title: Text, product: Text }, closed) },
  closed,
)

const Signed = Type.Object(
  { at: Instant, by: Type.Object({ name: Type.String(), role: Type.String() }, closed) },
  closed,
)

export const UnblindingRegister = Type.Object(
  {
    locked: maybe(Signed),
    proposed: maybe(Signed),
    unblinded: maybe(Signed),
    mustStayBlind: Type.Array(oneOf(...allRoles.filter(isBlinded))),
    possible: Type.Array(
      Type.Object(
        {
          command: oneOf('proposeUnblinding', 'confirmUnblinding'),
          refusals: Type.Array(RefusalSchema),
        },
        closed,
      ),
    ),
    rows: Type.Array(
      Type.Object(
        {
          code: ParticipantCode,
          site: Id,
          kind: oneOf('codeBreak', 'envelope', 'accidental'),
          at: Instant,
          by: Type.Object({ name: Type.String(), role: Type.String() }, closed),
          who: Type.String(),
          why: Type.String(),
          note: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const Allocations = Type.Object(
  { rows: Type.Array(Type.Object({ participant: ParticipantCode, stratum: Type.String(), arm: Id }, closed)) },
  closed,
)

export const EnvelopeSites = Type.Object(
  {
    sites: Type.Array(
      Type.Object(
        {
          site: Id,
          randomised: Count,
          secret: maybe(Type.Object({ id: Type.String(), at: Instant, by: Type.String() }, closed)),
          made: maybe(Type.Object({ at: Instant, count: Count }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const EnvelopeSecret = Type.Object(
  {
    ok: Type.Literal(true),
    secretId: Type.String(),
    /** The whole secret, and the two halves that together make it. */
    secret: Type.String(),
    shares: Type.Array(Type.String()),
  },
  closed,
)

export const EnvelopeFile = Type.Object(
  {
    ok: Type.Literal(true),
    file: Type.Object(
      {
        format: Type.Literal('trialwright-envelopes'),
        version: Type.Literal(1),
        study: Id,
        site: Id,
        secretId: Type.String(),
        madeAt: Instant,
        arms: Type.Array(Type.Object({ id: Id, en: Type.String(), nb: Type.String() }, closed)),
        envelopes: Type.Array(Type.Object({ participant: ParticipantCode, sealed: Type.String() }, closed)),
      },
      closed,
    ),
  },
  closed,
)

export const UnblindedResults = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          code: ParticipantCode,
          site: Id,
          encounter: Id,
          title: Text,
          form: Id,
          formTitle: Text,
          version: Count,
          day: maybe(Day),
        },
        closed,
      ),
    ),
    next: maybe(Type.String({ description: 'Ask for the next page with it.' })),
  },
  closed,
)

export const UnblindedReadings = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          number: Type.Integer({ minimum: 1, description: 'Its place among the study’s readings.' }),
          at: Instant,
          by: Type.Object({ account: Type.String(), name: Type.String(), role: Type.String() }, closed),
          page: Id,
          what: Text,
          participants: Type.Array(ParticipantCode),
          where: Text,
        },
        closed,
      ),
    ),
    next: maybe(Count),
  },
  closed,
)
