import type { Study } from '@trialwright/protocol'
import { currentConsentRefusals } from '../consent/decide.ts'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { recordNow } from '../participant/facts.ts'
import { wholeTrial } from './numbers.ts'
import { profileOf } from './profile.ts'
import { refuse, refused } from '../refusals/refuse.ts'
import { inclusionRefusals } from '../study/approvals.ts'
import { eligibilityRefusals, requirementRefusals } from '../screening/eligible.ts'

/** Everything that must be true on the day itself; a signature of yesterday does not stand for today's values. */
function randomisationRefusals(asking: Asking): Refusals {
  const { study, state, context } = asking
  if (state.randomisation.randomised) return [refuse('alreadyRandomised')]
  const notYet = inclusionRefusals(study.compiled, context.studyState, context.site)
  if (notYet.length > 0) return notYet
  const consent = currentConsentRefusals(asking)
  if (consent.length > 0) return consent
  if (state.screening.failed) return [refuse('alreadyScreenFailed')]
  const record = recordNow(asking)
  return [
    ...(state.screening.confirmed ? [] : [refuse('eligibilityNotConfirmed')]),
    ...eligibilityRefusals(study, record),
    ...requirementRefusals(study, record),
  ]
}

/** Strata are computed, never typed: the site's id, or `all` without stratification. */
export const stratumOf = (study: Study, site: string): string =>
  study.compiled.randomisation.stratifyBy.includes('site') ? site : wholeTrial

/** All strata of the study, as the list must hold them. */
export const strataOf = ({ compiled }: Study): readonly string[] =>
  compiled.randomisation.stratifyBy.includes('site') ? compiled.sites.map(({ id }) => id) : [wholeTrial]

export function randomise(asking: Asking): Decision {
  const { study, state, context } = asking
  const refusals = randomisationRefusals(asking)
  if (refusals.length > 0) return refused(...refusals)
  const minimised = study.compiled.randomisation.method === 'minimisation'
  const found = minimised ? profileOf(asking, recordNow(asking)) : undefined
  if (found?.ok === false) return found
  const stratum = stratumOf(study, context.site)
  const number = `R-${state.consent.code}`
  return {
    ok: true,
    events: [
      {
        type: 'ParticipantRandomised',
        ...stamp(context),
        day: context.today,
        stratum,
        number,
        ...(found && { levels: found.profile }),
      },
    ],
    allocate: { stratum, ...(found && { profile: found.profile }) },
  }
}
