import { lineIds } from '@trialwright/conduct'
import Type from 'typebox'
import { clientTime, closed, Count, Id, Instant, maybe, oneOf, Reason, Text } from './common.ts'
import { RefusalSchema } from './refusal.ts'
import { components } from './signing.ts'

const body = <const Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object({ ...fields, ...clientTime }, closed)

/** How much is meant: all of it, a visit, a form of it, an item of that. */
const Extent = Type.Object({ encounter: maybe(Id), form: maybe(Id), item: maybe(Id) }, closed)
const place = { encounter: Id, form: Id }

export const lockBodies = {
  freezeData: body({ extent: Extent, reason: Reason }),
  unfreezeData: body({ extent: Extent, reason: Reason }),
  lockData: body({ extent: Extent, reason: Reason, override: maybe(Reason), ...components }),
  unlockData: body({ extent: Extent, reason: Reason, ...components }),
  proposeCorrection: body({ ...place, reason: Reason }),
  approveCorrection: body({ ...place, ...components }),
  withdrawCorrection: body({ ...place, reason: Reason }),
  freezeSites: body({ site: maybe(Id), reason: Reason }),
  unfreezeSites: body({ site: maybe(Id), reason: Reason }),
  lockSite: body({ site: Id, reason: Reason, override: maybe(Reason), ...components }),
  unlockSite: body({ site: Id, reason: Reason, ...components }),
  lockDatabase: body({ note: Reason, override: maybe(Reason), ...components }),
  proposeUnlock: body({ note: Reason, ...components }),
  confirmUnlock: body(components),
} as const

const Kind = oneOf('frozen', 'locked')
const By = { at: Instant, by: Type.String() }

export const OpenLine = Type.Object({ line: oneOf(...lineIds), count: Count }, closed)

export const Closure = Type.Object(
  {
    level: oneOf('study', 'site', 'participant', 'visit', 'form', 'item'),
    encounter: maybe(Id),
    form: maybe(Id),
    item: maybe(Id),
    what: Text,
    kind: Kind,
    ...By,
    reason: Type.String(),
  },
  closed,
)

export const Correction = Type.Object(
  { ...place, what: Text, ...By, reason: Type.String(), approved: maybe(Type.Object(By, closed)) },
  closed,
)

const Closed = Type.Object({ kind: Kind, ...By, reason: Type.String() }, closed)
const Signed = Type.Object({ ...By, note: Type.String() }, closed)

export const Locks = Type.Object(
  {
    lines: Type.Array(Type.Object({ line: oneOf(...lineIds), title: Text }, closed)),
    open: Type.Array(OpenLine),
    closed: maybe(Closed),
    locked: maybe(Signed),
    unlockProposed: maybe(Signed),
    unblinded: Type.Boolean(),
    sites: Type.Array(
      Type.Object(
        { site: Id, title: Text, closed: maybe(Closed), participants: Count, open: Type.Array(OpenLine) },
        closed,
      ),
    ),
    participants: Type.Array(Type.Object({ code: Type.String(), site: Id, open: Type.Array(OpenLine) }, closed)),
  },
  closed,
)

/** The page, and what the reader may do with the study as a whole now. */
export const LocksPage = Type.Object(
  {
    ...Locks.properties,
    possible: Type.Array(Type.Object({ command: Type.String(), refusals: Type.Array(RefusalSchema) }, closed)),
  },
  closed,
)
