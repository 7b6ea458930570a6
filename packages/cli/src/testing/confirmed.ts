import { type Assumption, assumptionsOf, type StudyDefinition } from '@trialwright/protocol'
import { smallStudy } from '@trialwright/protocol/testing'

const small: StudyDefinition = smallStudy

/** The small study as if the sponsor had confirmed every assumption: it may run in production. */
const confirmed: StudyDefinition = {
  ...small,
  assumptions: {
    [assumptionsOf]: Object.fromEntries(
      Object.entries(small.assumptions[assumptionsOf]).map(([id, assumption]): [string, Assumption] => [
        id,
        { ...assumption, confirmed: { by: 'The sponsor', source: 'Protocol 1.0' } },
      ]),
    ),
  },
}

export const studies = [{ definition: confirmed }]
