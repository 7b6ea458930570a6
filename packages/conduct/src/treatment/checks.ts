import { addDuration, type Refusal } from '@trialwright/protocol'
import { consentRefusals } from '../consent/decide.ts'
import type { Asking, Refusals } from '../participant/asking.ts'
import { infusionDays, recordNow } from '../participant/facts.ts'
import { at, refuse } from '../refusals/refuse.ts'
import { eligibilityRefusals, requirementRefusals } from '../screening/eligible.ts'
import { administering, earlierOpen, hasStarted, isFirstInfusion, laterBegun } from './order.ts'

/** Treatment may go on at all. */
export function treatableRefusals(asking: Asking): Refusals {
  const { state } = asking
  const consent = consentRefusals(asking)
  if (consent.length > 0) return consent
  if (!state.randomisation.randomised) return [refuse('notRandomised')]
  if (state.consent.withdrawn) return [refuse('consentWithdrawnForTreatment')]
  if (state.treatment.stopped) return [refuse('treatmentStopped')]
  return state.treatment.held ? [refuse('treatmentHeld')] : []
}

/**
 * Everything that must be true on the day, in the minutes, an infusion is asked for and started: the visit, the order and the
 * interval, the weight, eligibility on day 0 and the continuing criteria later, and no rule that holds or stops.
 */
export function infusionRefusals(asking: Asking, encounter: string): Refusals {
  const { study, state } = asking
  if (!administering(study).some(({ id }) => id === encounter)) return [at('encounter', refuse('noInfusionHere'))]
  const closed = treatableRefusals(asking)
  if (closed.length > 0) return closed
  if (hasStarted(state, encounter)) return [refuse('alreadyGiven')]
  const turn = turnRefusals(asking, encounter)
  if (turn.length > 0) return turn
  const record = recordNow(asking, encounter)
  const standing = isFirstInfusion(study, encounter)
    ? [...eligibilityRefusals(study, record), ...requirementRefusals(study, record)]
    : continuingRefusals(asking, encounter)
  return [
    ...standing,
    ...(weightAt(asking, encounter) === undefined ? [refuse('weightMissing')] : []),
    ...ruleRefusals(asking, encounter),
  ]
}

/** The visit takes place today, and every earlier infusion lies behind, long enough ago. */
function turnRefusals({ study, state, context }: Asking, encounter: string): Refusals {
  const { visit, missed } = state.encounters[encounter] ?? {}
  if (missed) return [refuse('visitMissed')]
  if (!visit) return [refuse('visitNotRecorded')]
  if (visit.day !== context.today) return [refuse('visitNotToday', { day: visit.day })]
  if (laterBegun(study, state, encounter)) return [refuse('afterLaterVisit')]
  const open = earlierOpen(study, state, encounter, context.today)
  if (open) return [refuse('earlierInfusionOpen', { title: open.title })]
  const last = infusionDays(state).at(-1)
  if (last === undefined) return []
  const earliest = addDuration(last, { value: study.compiled.infusion.leastInterval, unit: 'd' })
  return context.today < earliest ? [refuse('tooSoon', { earliest })] : []
}

/** kg; undefined unless recorded and known to a point. */
export function weightAt(asking: Asking, encounter: string): number | undefined {
  const weight = asking.study.number(asking.study.compiled.infusion.weight, recordNow(asking, encounter))
  return weight && weight.low === weight.high ? weight.low : undefined
}

function continuingRefusals(asking: Asking, encounter: string): Refusals {
  const { study } = asking
  const asked = study.criteria(recordNow(asking, encounter)).filter(({ id }) => study.compiled.continuing.includes(id))
  const idsOf = (standing: 'notMet' | 'undecided') => asked.filter((c) => c.standing === standing).map(({ id }) => id)
  const failing = idsOf('notMet')
  const open = idsOf('undecided')
  return [
    ...(failing.length > 0 ? [refuse('continuingCriterionFails', { criteria: failing.join(', ') })] : []),
    ...(open.length > 0 ? [refuse('continuingCriterionUndecided', { criteria: open.join(', ') })] : []),
  ]
}

/** A stopping rule stands in the way once it holds; a holding rule also while nobody knows. */
function ruleRefusals(asking: Asking, encounter: string): Refusals {
  const { study } = asking
  const record = recordNow(asking, encounter)
  const stops = study.rules('stops', record).flatMap(({ rule, answer }): Refusal[] => {
    if (answer !== 'yes') return []
    return [refuse('stopRuleApplies', { text: rule.text, remedy: rule.remedy })]
  })
  const holds = study.rules('holds', record).flatMap(({ rule, answer }): Refusal[] => {
    if (answer === 'no' || answer === 'notApplicable') return []
    const { text, remedy } = rule
    return [answer === 'yes' ? refuse('holdRuleApplies', { text, remedy }) : refuse('holdRuleUndecided', { text })]
  })
  return [...stops, ...holds]
}
