import { accounts } from '@trialwright/conduct'
import Type from 'typebox'
import { closed, Count, Day, Id, maybe, oneOf, Text } from './common.ts'

/* A site's stock. Unblinded side only. */

const Shelf = oneOf('quarantine', 'available', 'returned', 'wasted')
const Account = oneOf(...accounts)
const Name = Type.String()

const balances = Type.Object(
  {
    quarantine: Count,
    available: Count,
    prepared: Count,
    administered: Count,
    returned: Count,
    wasted: Count,
    destroyed: Count,
    sentBack: Count,
    missing: Count,
  },
  closed,
)

const Lot = Type.Object(
  {
    lot: Name,
    product: Id,
    brand: Name,
    batch: Name,
    expiry: Day,
    standing: oneOf('usable', 'soon', 'quarantine', 'excursion', 'expired', 'gone'),
    doubtful: Type.Boolean(),
    received: Count,
    onSite: Count,
    balances,
    difference: Type.Integer(),
    excursion: maybe(Name),
  },
  closed,
)

const Excursion = Type.Object(
  {
    excursion: Name,
    at: Type.String(),
    by: Name,
    lowest: Type.Number(),
    highest: Type.Number(),
    minutes: Count,
    what: Type.String(),
    affected: Type.Array(Type.Object({ lot: Name, batch: Name, vials: Count }, closed)),
    decided: maybe(
      Type.Object(
        {
          at: Type.String(),
          by: Name,
          decision: oneOf('release', 'destroy'),
          reason: Type.String(),
          witness: maybe(Name),
        },
        closed,
      ),
    ),
  },
  closed,
)

const LedgerEntry = Type.Object(
  {
    number: Count,
    type: oneOf(
      'VialsReceived',
      'VialsReleased',
      'ExcursionRecorded',
      'ExcursionDecided',
      'VialsTaken',
      'BagTakenBack',
      'BagWasted',
      'BagsGiven',
      'VialsWasted',
      'VialsSentBack',
      'VialsDestroyed',
      'StockCounted',
    ),
    at: Type.String(),
    by: Name,
    moves: Type.Array(Type.Object({ lot: Name, batch: Name, vials: Count, from: Account, to: Account }, closed)),
    codes: Type.Array(Type.String()),
    reason: maybe(Type.String()),
    witness: maybe(Name),
    shipment: maybe(Type.String()),
  },
  closed,
)

export const Stock = Type.Object(
  {
    site: Id,
    today: Day,
    products: Type.Array(
      Type.Object({ product: Id, title: Text, lowest: Type.Number(), highest: Type.Number() }, closed),
    ),
    lots: Type.Array(Lot),
    excursions: Type.Array(Excursion),
    shelves: Type.Array(Type.Object({ lot: Name, account: Shelf, expected: Count }, closed)),
    toBook: Count,
    counted: maybe(Type.Object({ at: Type.String(), by: Name, differences: Count }, closed)),
    ledger: Type.Array(LedgerEntry),
  },
  closed,
)

export const Forecast = Type.Object(
  {
    site: Id,
    today: Day,
    until: Day,
    products: Type.Array(
      Type.Object(
        {
          product: Id,
          title: Text,
          usable: Count,
          quarantine: Count,
          needed: Count,
          infusions: Type.Array(
            Type.Object({ code: Type.String(), encounter: Id, title: Text, day: Day, vials: maybe(Count) }, closed),
          ),
          reserve: Count,
          shortFrom: maybe(Day),
          toOrder: Count,
        },
        closed,
      ),
    ),
  },
  closed,
)
