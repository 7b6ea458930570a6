import { todayGroups } from '@trialwright/conduct'
import Type from 'typebox'
import { closed, Count, Day, Id, maybe, oneOf, Text } from './common.ts'

const Line = Type.Object(
  {
    code: Type.String(),
    site: Id,
    encounter: maybe(Id),
    title: maybe(Text),
    day: maybe(Day),
    count: maybe(Count),
    criteria: maybe(Type.Array(Id)),
  },
  closed,
)

export const Today = Type.Object(
  {
    today: Day,
    participants: Count,
    groups: Type.Array(Type.Object({ group: oneOf(...todayGroups), total: Count, lines: Type.Array(Line) }, closed)),
  },
  closed,
)
