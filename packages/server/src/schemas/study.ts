import type { CompiledStudy } from '@trialwright/protocol'
import Type from 'typebox'
import { closed, Count, Day, Hash, Id, maybe, oneOf, Text } from './common.ts'

const Mode = oneOf('demo', 'training', 'production')

/** A definition stripped of what its reader may not know; the stripping is a function with tests of its own. */
const Definition = Type.Unsafe<CompiledStudy>({ type: 'object', additionalProperties: true })

export const DefinitionPage = Type.Object(
  {
    hash: Hash,
    mode: Mode,
    versions: Type.Integer({
      minimum: 1,
      description: 'Versions the study has run under; sites may run different ones.',
    }),
    definition: Definition,
  },
  closed,
)

export const ParticipantDefinition = Type.Object({ hash: Hash, definition: maybe(Definition) }, closed)

export const PublicStudies = Type.Object(
  {
    mode: Mode,
    studies: Type.Array(Type.Object({ id: Id, title: Text, summary: Text, registry: Type.String() }, closed)),
  },
  closed,
)

export const PublicStudy = Type.Object(
  {
    hash: Type.String(),
    mode: Mode,
    today: Day,
    open: Type.Boolean(),
    commitment: maybe(Type.String()),
    recruitment: Type.Object(
      {
        target: Count,
        randomised: Count,
        sites: Type.Array(Type.Object({ site: Id, title: Text, open: Type.Boolean(), randomised: Count }, closed)),
      },
      closed,
    ),
    definition: Definition,
  },
  closed,
)

export const Overview = Type.Object(
  {
    study: Id,
    today: Day,
    mode: maybe(Mode),
    target: Count,
    randomised: Count,
    sites: Type.Array(
      Type.Object(
        {
          site: Id,
          title: Text,
          target: Count,
          opened: maybe(Type.String()),
          including: Type.Boolean(),
          missingApprovals: Type.Array(Text),
          registered: Count,
          consented: Count,
          screenFailed: Count,
          randomised: Count,
          byMonth: Type.Array(Type.Object({ month: Type.String(), randomised: Count }, closed)),
        },
        closed,
      ),
    ),
    flow: Type.Object(
      {
        registered: Count,
        consented: Count,
        declined: Count,
        inScreening: Count,
        screenFailed: Count,
        failedCriteria: Type.Array(Type.Object({ criterion: Id, count: Count }, closed)),
        withdrewBeforeRandomisation: Count,
        eligibleNotYetRandomised: Count,
        randomised: Count,
        startedTreatment: Count,
        onTreatment: Count,
        stoppedTreatment: Count,
        completedTreatment: Count,
        withdrewAfterRandomisation: Count,
        completed: Count,
      },
      closed,
    ),
    overdue: Count,
    missing: Count,
    sealed: maybe(Type.Object({ commitment: Type.String(), at: Type.String() }, closed)),
    opened: maybe(Type.Object({ at: Type.String() }, closed)),
    assumptions: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          value: Type.Unsafe<unknown>({}),
          title: Text,
          why: Type.String(),
          question: Type.String(),
          confirmed: maybe(Type.Object({ by: Type.String(), source: Type.String() }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const SitesPage = Type.Object(
  {
    today: Day,
    version: Type.String(),
    opened: Type.Boolean(),
    sites: Type.Array(
      Type.Object(
        {
          site: Id,
          title: Text,
          opened: maybe(Type.String()),
          including: Type.Boolean(),
          version: maybe(Type.String()),
          approvals: Type.Array(
            Type.Object(
              {
                approval: Id,
                title: Text,
                eachVersion: Type.Boolean(),
                recorded: maybe(
                  Type.Object(
                    {
                      version: Type.String(),
                      reference: Type.String(),
                      day: Day,
                      at: Type.String(),
                      by: Type.String(),
                      computed: Type.Boolean(),
                    },
                    closed,
                  ),
                ),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
)

const Range = Type.Object(
  {
    laboratory: Type.String(),
    form: Id,
    item: Id,
    sex: oneOf('female', 'male', 'any'),
    fromAge: Type.Number(),
    toAge: Type.Number(),
    from: Day,
    to: maybe(Day),
    low: maybe(Type.Number()),
    high: maybe(Type.Number()),
    unit: Type.String(),
  },
  closed,
)

export const Ranges = Type.Object({ version: Count, ranges: Type.Array(Range) }, closed)

export const Checkpoint = Type.Object({ log: Type.Literal('open'), size: Count, root: Type.String() }, closed)

export const Me = Type.Object(
  {
    name: Type.String(),
    printedName: Type.String(),
    locale: Type.String(),
    mode: Mode,
    now: Type.String(),
    /** Days the demo clock is ahead of the real time. */
    ahead: Type.Integer(),
    expiresAt: Type.String(),
    /** What the next signature of this session asks for. */
    signsWith: Type.Array(oneOf('name', 'password')),
    grants: Type.Array(
      Type.Object(
        {
          study: Type.String(),
          role: Type.String(),
          blinded: Type.Boolean(),
          site: Type.Union([Type.String(), Type.Null()]),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const DemoAccountsPage = Type.Object(
  {
    password: Type.String(),
    accounts: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          printedName: Type.String(),
          role: Type.String(),
          site: Type.Union([Type.String(), Type.Null()]),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const DemoTrialPage = Type.Object(
  {
    state: oneOf('none', 'rests', 'lives', 'stopped'),
    today: maybe(Day),
    until: maybe(Day),
    registered: Type.Integer(),
    randomised: Type.Integer(),
  },
  closed,
)
export const ClockPage = Type.Object({ ok: Type.Literal(true), now: Type.String(), ahead: Type.Integer() }, closed)
export const Ok = Type.Object({ ok: Type.Literal(true) }, closed)
