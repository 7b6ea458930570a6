import Type from 'typebox'
import { closed, Day, Id, maybe, oneOf, Text } from './common.ts'
import { RefusalSchema } from './refusal.ts'

/* Unblinded side only. */

const row = {
  code: Type.String(),
  site: Id,
  encounter: Id,
  title: Text,
  day: Day,
  state: oneOf('requested', 'prepared', 'handedOver', 'given', 'cancelled'),
}

export const PharmacyList = Type.Object(
  {
    rows: Type.Array(Type.Object(row, closed)),
    more: Type.Integer({ minimum: 0, description: 'Participants randomised whose rows are found by their code only.' }),
  },
  closed,
)

export const Preparation = Type.Object(
  {
    ...row,
    arm: Type.Object({ id: Id, title: Text }, closed),
    product: Text,
    weight: maybe(Type.Number()),
    dose: maybe(Type.Number()),
    vials: Type.Number(),
    concentrate: Type.Number(),
    carrier: Type.Number(),
    bagVolume: Type.Number(),
    label: maybe(Type.String()),
    picks: maybe(
      Type.Array(
        Type.Object(
          {
            lot: Type.String(),
            brand: Type.String(),
            batch: Type.String(),
            expiry: Type.String(),
            vials: Type.Number(),
          },
          closed,
        ),
      ),
    ),
    prepared: maybe(
      Type.Object(
        {
          at: Type.String(),
          by: Type.String(),
          batch: Type.String(),
          vialsOpened: Type.Number(),
          secondPerson: maybe(Type.String()),
          checkedAt: maybe(Type.String()),
        },
        closed,
      ),
    ),
    handedOver: maybe(Type.Object({ at: Type.String(), to: maybe(Type.String()) }, closed)),
    discarded: maybe(
      Type.Object({ at: Type.String(), how: oneOf('takenBack', 'wasted'), reason: Type.String() }, closed),
    ),
    toRecordPreparation: Type.Array(RefusalSchema),
    toCheckPreparation: Type.Array(RefusalSchema),
    toHandOver: Type.Array(RefusalSchema),
    toTakeBagBack: Type.Array(RefusalSchema),
    toWasteBag: Type.Array(RefusalSchema),
  },
  closed,
)

export const RandomisationList = Type.Object(
  {
    sealed: maybe(Type.Object({ commitment: Type.String(), at: Type.String() }, closed)),
    strata: Type.Array(Type.Object({ stratum: Type.String(), slots: Type.Integer(), taken: Type.Integer() }, closed)),
  },
  closed,
)
