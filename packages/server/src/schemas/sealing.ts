import Type from 'typebox'
import { RefusalSchema } from './refusal.ts'
import { clientTime, closed, Count, Id, maybe, Reason, Text } from './common.ts'

/** Why a scheme that can be guessed is kept all the same; asked for only then. */
const signOff = maybe(Reason)

export const SealListBody = Type.Object({ signOff, ...clientTime }, closed)

/** The file byte for byte, and the key its maker was given by another way: 32 bytes or more, hexadecimal. */
const made = {
  file: Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$', maxLength: 480_000, description: 'The bytes in base64.' }),
  key: Type.String({ pattern: '^([0-9A-Fa-f]{2}){32,64}$' }),
}

export const PreviewListBody = Type.Object({ ...made, ...clientTime }, closed)
export const ImportListBody = Type.Object({ ...made, signOff, ...clientTime }, closed)

const Share = Type.Number({ minimum: 0, maximum: 1 })

export const ImportPreview = Type.Object(
  {
    refusals: Type.Array(RefusalSchema),
    more: Count,
    file: Type.String(),
    list: maybe(
      Type.Object(
        {
          strata: Type.Array(
            Type.Object(
              {
                stratum: Type.String(),
                slots: Count,
                arms: Type.Array(Type.Object({ arm: Id, count: Count }, closed)),
              },
              closed,
            ),
          ),
          guessed: Share,
          needsSignOff: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)

const Estimate = Type.Object({ mean: Type.Number(), standardError: Type.Number() }, closed)
const balance = { end: Estimate, worstEnd: Type.Number(), worst: Type.Number() }

const Characteristics = Type.Object(
  {
    runs: Count,
    strata: Type.Array(Count),
    overall: Type.Object({ ...balance, distribution: Type.Array(Type.Array(Type.Number())) }, closed),
    withinStratum: Type.Object(balance, closed),
    guessed: Type.Object({ convergence: Estimate, best: Estimate, certain: Estimate }, closed),
  },
  closed,
)

export const RandomisationReport = Type.Object(
  {
    done: Count,
    of: Count,
    report: maybe(
      Type.Object(
        {
          participants: Count,
          strata: Type.Array(Count),
          runs: Count,
          limit: Share,
          needsSignOff: Type.Boolean(),
          tried: Type.Array(
            Type.Object(
              { name: Text, source: Type.String(), own: Type.Boolean(), characteristics: Characteristics },
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
