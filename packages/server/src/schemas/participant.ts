import { Closure, Correction, OpenLine } from './locks.ts'
import { VerificationProgress } from './verification.ts'
import Type from 'typebox'
import { ValueChangeRow } from './audit.ts'
import { closed, Count, Day, Id, maybe, oneOf, Text } from './common.ts'
import { RefusalSchema } from './refusal.ts'
import { Unblinding } from './unblinding.ts'

const Answer = oneOf('yes', 'no', 'unknown', 'notApplicable')
export const Status = oneOf(
  'registered',
  'declined',
  'consented',
  'inScreening',
  'eligible',
  'screenFailed',
  'randomised',
  'onTreatment',
  'treatmentStopped',
  'inFollowUp',
  'completed',
  'withdrawn',
)
const EncounterState = oneOf(
  'notYetPlannable',
  'upcoming',
  'due',
  'overdue',
  'booked',
  'done',
  'missed',
  'notApplicable',
  'running',
)
export const Verdict = oneOf('eligible', 'notEligible', 'undecided')
const Instant = Type.String()
export const By = Type.Object({ account: Type.String(), name: Type.String(), role: Type.String() }, closed)

const Waiting = Type.Object(
  {
    encounter: Id,
    title: Text,
    state: EncounterState,
    planned: maybe(Day),
    from: maybe(Day),
    to: maybe(Day),
    booked: maybe(Day),
    missing: Count,
  },
  closed,
)

const ScreenFailure = { criteria: Type.Array(Id), note: Type.String() }

export const Summary = Type.Object(
  {
    code: Type.String(),
    site: Id,
    status: Status,
    verdict: Verdict,
    today: Day,
    nextDue: maybe(Waiting),
    waiting: Type.Array(Waiting),
    overdue: Count,
    missing: Count,
    missingAtVisits: Count,
    queries: Count,
    reconsentDue: Type.Boolean(),
    reconsentFrom: maybe(Day),
    held: Type.Boolean(),
    infusions: Type.Object({ given: Count, planned: Count }, closed),
    bags: maybe(
      Type.Array(Type.Object({ encounter: Id, title: Text, state: oneOf('requested', 'ready'), day: Day }, closed)),
    ),
    expiring: maybe(Type.Object({ day: Day, criteria: Type.Array(Id) }, closed)),
    screenFailure: maybe(Type.Object(ScreenFailure, closed)),
    stopReason: maybe(Type.String()),
    verification: maybe(VerificationProgress),
    open: maybe(Type.Array(OpenLine)),
    days: Type.Object(
      {
        registered: maybe(Day),
        consented: maybe(Day),
        confirmed: maybe(Day),
        screenFailed: maybe(Day),
        randomised: maybe(Day),
        firstInfusion: maybe(Day),
        lastInfusion: maybe(Day),
        stopped: maybe(Day),
        withdrawn: maybe(Day),
        completed: maybe(Day),
      },
      closed,
    ),
    version: Count,
  },
  closed,
)

export const ParticipantList = Type.Object(
  {
    rows: Type.Array(Summary),
    next: maybe(Type.String()),
    /** Of the sites one may see: all, those asked for, and those that need attention. */
    all: Count,
    found: Count,
    attention: Count,
    sites: Type.Array(Id),
    statuses: Type.Array(Status),
  },
  closed,
)

export const Signature = Type.Object(
  { account: Type.String(), printedName: Type.String(), at: Instant, meaning: Type.String() },
  closed,
)

export const CriterionSnapshot = Type.Object(
  {
    id: Id,
    answer: Answer,
    standing: oneOf('met', 'notMet', 'undecided'),
    used: Type.Array(
      Type.Object({ label: Text, shown: Text, date: maybe(Type.String()), encounter: maybe(Type.String()) }, closed),
    ),
  },
  closed,
)

export const ruleFields = {
  id: Id,
  kind: oneOf('requirement', 'hold', 'stop'),
  text: Text,
  remedy: Text,
  reading: maybe(Text),
  assumes: Type.Array(Type.String()),
  answer: Answer,
}

const Rule = Type.Object(ruleFields, closed)

const Infusion = Type.Object(
  {
    encounter: Id,
    title: Text,
    status: oneOf('requested', 'ready', 'running', 'interrupted', 'ended'),
    requestedDay: Day,
    weight: Type.Number(),
    label: maybe(Type.String()),
    day: maybe(Day),
    started: maybe(Type.String()),
    interruptions: Type.Array(
      Type.Object({ from: Type.String(), to: maybe(Type.String()), reason: Type.String() }, closed),
    ),
    observations: Type.Array(
      Type.Object(
        {
          time: Type.String(),
          vitals: Type.Object(
            {
              temperature: maybe(Type.Number()),
              pulse: maybe(Type.Number()),
              systolic: maybe(Type.Number()),
              diastolic: maybe(Type.Number()),
              saturation: maybe(Type.Number()),
            },
            closed,
          ),
          note: maybe(Type.String()),
        },
        closed,
      ),
    ),
    reactions: Type.Array(
      Type.Object(
        { day: Day, time: Type.String(), grade: Type.Integer(), signs: Type.String(), action: Type.String() },
        closed,
      ),
    ),
    ended: maybe(
      Type.Object({ time: Type.String(), volumeGiven: Type.Number(), reason: maybe(Type.String()) }, closed),
    ),
    lastTime: maybe(Type.String()),
  },
  closed,
)

const ScheduledEncounter = Type.Object(
  {
    id: Id,
    title: Text,
    short: Text,
    epoch: Id,
    contact: oneOf('visit', 'phone', 'home', 'imaging', 'log', 'unscheduled'),
    administers: Type.Boolean(),
    state: EncounterState,
    planned: maybe(Day),
    from: maybe(Day),
    to: maybe(Day),
    booked: maybe(Day),
    day: maybe(Day),
    reason: maybe(Type.String()),
    inWindow: maybe(Type.Boolean()),
    signed: oneOf('unsigned', 'valid', 'void'),
    forms: Type.Array(Type.Object({ form: Id, title: Text, version: Count }, closed)),
    formsMissing: Type.Array(
      Type.Object(
        { form: Id, title: Text, state: oneOf('notStarted', 'incomplete'), items: Type.Array(Type.String()) },
        closed,
      ),
    ),
  },
  closed,
)

export const Confirmation = { day: Day, signature: Signature, criteria: Type.Array(CriterionSnapshot) }
export const Failure = Type.Object({ day: Day, ...ScreenFailure }, closed)

export const Participant = Type.Object(
  {
    code: Type.String(),
    site: Type.Object({ id: Id, title: Text, timeZone: Type.String() }, closed),
    status: Status,
    today: Day,
    version: Count,
    consent: Type.Object(
      {
        given: Type.Array(Type.Object({ version: Type.String(), title: Text, day: Day, at: Instant, by: By }, closed)),
        current: maybe(Type.Object({ version: Type.String(), title: Text, from: Day }, closed)),
        reconsentDue: Type.Boolean(),
        declined: maybe(Type.Object({ day: Day, reason: Type.String() }, closed)),
        withdrawn: maybe(Type.Object({ day: Day, scope: Type.String(), reason: Type.String() }, closed)),
      },
      closed,
    ),
    screening: Type.Object(
      {
        attempt: Count,
        verdict: Verdict,
        confirmed: maybe(Type.Object(Confirmation, closed)),
        failed: maybe(Failure),
      },
      closed,
    ),
    randomised: maybe(Type.Object({ day: Day, at: Instant, number: Type.String() }, closed)),
    treatment: Type.Object(
      {
        infusions: Type.Array(Infusion),
        planned: Count,
        held: maybe(Type.Object({ at: Instant, reason: Type.String() }, closed)),
        stopped: maybe(Type.Object({ day: Day, reason: Type.String(), rule: maybe(Type.String()) }, closed)),
        holds: Type.Array(Rule),
        stops: Type.Array(Rule),
        next: maybe(Id),
      },
      closed,
    ),
    unblinding: Unblinding,
    schedule: Type.Array(ScheduledEncounter),
    closed: Type.Array(Closure),
    locked: Type.Boolean(),
    corrections: Type.Array(Correction),
    logs: Type.Array(ScheduledEncounter),
    possible: Type.Array(
      Type.Object({ command: Type.String(), encounter: maybe(Id), refusals: Type.Array(RefusalSchema) }, closed),
    ),
  },
  closed,
)

/** The audit trail of a participant in words, as the blind allows. */
export const History = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          position: Count,
          version: Count,
          type: Type.String(),
          at: Instant,
          recordedAt: Instant,
          clientTime: maybe(Type.String()),
          by: By,
          what: Text,
          changes: Type.Array(ValueChangeRow),
        },
        closed,
      ),
    ),
  },
  closed,
)
