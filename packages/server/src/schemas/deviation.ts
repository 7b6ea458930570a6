import { deviationRules, type DeviationRule } from '@trialwright/conduct'
import Type from 'typebox'
import { closed, Day, Id, maybe, oneOf, Text } from './common.ts'

const rules = Object.keys(deviationRules) as DeviationRule[]
export const Rule = oneOf(...rules)
export const Effect = oneOf('none', 'perProtocol', 'toDecide')

export const DeviationSchema = Type.Object(
  {
    code: Type.String(),
    site: Id,
    key: Type.String(),
    rule: Rule,
    encounter: maybe(Id),
    day: Day,
    said: Text,
    gone: maybe(Type.Literal(true)),
    classified: maybe(
      Type.Object(
        {
          important: Type.Boolean(),
          effect: Effect,
          note: Type.String(),
          at: Type.String(),
          by: Type.Object({ name: Type.String(), role: Type.String() }, closed),
          said: maybe(Text),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const DeviationList = Type.Object({ rows: Type.Array(DeviationSchema), next: maybe(Type.String()) }, closed)
