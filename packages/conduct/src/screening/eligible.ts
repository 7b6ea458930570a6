import type { EvaluationRecord, Explanation, Study } from '@trialwright/protocol'
import type { Asking, Refusals } from '../participant/asking.ts'
import { refuse } from '../refusals/refuse.ts'
import type { CriterionSnapshot } from './events.ts'

const ids = (criteria: readonly { readonly id: string }[]): string => criteria.map(({ id }) => id).join(', ')

/** Every criterion met; one that fails and one that is not yet decided are different refusals. */
export function eligibilityRefusals(study: Study, record: EvaluationRecord): Refusals {
  const criteria = study.criteria(record)
  const failed = criteria.filter(({ standing }) => standing === 'notMet')
  if (failed.length > 0) return [refuse('notEligible', { criteria: ids(failed) })]
  const open = criteria.filter(({ standing }) => standing === 'undecided')
  return open.length > 0 ? [refuse('eligibilityUndecided', { criteria: ids(open) })] : []
}

/** What must hold beside eligibility before randomisation and again on day 0. */
export const requirementRefusals = (study: Study, record: EvaluationRecord): Refusals =>
  study.rules('requirements', record).flatMap(({ rule, answer }) => {
    if (answer === 'yes' || answer === 'notApplicable') return []
    const { text, remedy } = rule
    return [refuse(answer === 'no' ? 'requirementNotMet' : 'requirementUndecided', { text, remedy })]
  })

/** Each criterion with its answer and the values it was answered from: what is signed. */
export const snapshotOf = ({ study }: Pick<Asking, 'study'>, record: EvaluationRecord): readonly CriterionSnapshot[] =>
  study.reasonedCriteria(record).map(({ id, answer, standing, because, concerns }) => ({
    id,
    answer,
    standing,
    used: [because, ...(concerns === undefined ? [] : [concerns])].flatMap((reason) =>
      valuesOf(study.render(reason, record)),
    ),
  }))

function valuesOf(explanation: Explanation): CriterionSnapshot['used'] {
  const own = explanation.used.map(({ label, shown, date, encounter }) => ({
    label,
    shown,
    ...(date === undefined ? {} : { date }),
    ...(encounter === undefined ? {} : { encounter }),
  }))
  const all = [...own, ...explanation.parts.flatMap(valuesOf)]
  const seen = new Set<string>()
  return all.filter((value) => {
    const key = JSON.stringify(value)
    return !seen.has(key) && seen.add(key)
  })
}
