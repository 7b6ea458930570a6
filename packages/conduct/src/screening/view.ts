import type { Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { sightOf } from '../forms/blinding.ts'
import { formKey } from '../forms/state.ts'
import type { Asking } from '../participant/asking.ts'
import type { ParticipantCommand } from '../participant/commands.ts'
import { decideAlone } from '../participant/decide.ts'
import { screeningRecord } from '../participant/facts.ts'
import { rulesView } from '../participant/rules.ts'
import type { ParticipantState } from '../participant/state.ts'
import { confirmedView, failedView } from '../participant/view.ts'
import type { CriterionView, NextQuestion, ScreeningView } from './types.ts'

/** Every criterion with its answer and why, what is still unknown, and what to ask next. */
export function screeningView(study: Study, state: ParticipantState, context: Context): ScreeningView {
  const asking = { study, state, context }
  const record = screeningRecord(asking)
  const verdict = study.verdict(record)
  const { confirmed, failed, attempt } = state.screening
  const { randomised } = state.randomisation
  const rules = study.rules('requirements', record)
  return {
    code: state.consent.code,
    attempt,
    today: context.today,
    version: state.version,
    verdict,
    criteria: criteriaOf(asking, record),
    requirements: rulesView(study, 'requirements', record).map((view, index) => ({
      ...view,
      because: study.render(rules[index]!.because, record),
    })),
    nextQuestions: verdict === 'undecided' && !randomised && !failed ? questionsOf(asking, record) : [],
    ...(confirmed ? { confirmed: { ...confirmedView(confirmed), outdated: verdict !== 'eligible' } } : {}),
    ...(failed ? { failed: failedView(failed) } : {}),
    ...(randomised ? { randomised: { day: randomised.day, number: randomised.number } } : {}),
    toConfirm: inTheWay(asking, { type: 'confirmEligibility' }),
    toRandomise: inTheWay(asking, { type: 'randomise' }),
  }
}

function inTheWay({ study, state, context }: Asking, command: ParticipantCommand) {
  const decision = decideAlone(study, state, command, { ...context, passwordChecked: true })
  return decision.ok ? [] : decision.refusals
}

function criteriaOf({ study }: Asking, record: ReturnType<typeof screeningRecord>): readonly CriterionView[] {
  const reasoned = study.reasonedCriteria(record)
  return study.compiled.criteria.map(({ id, type, text, reading, judgement, assumes }, index): CriterionView => {
    const { answer, standing, because, concerns } = reasoned[index]!
    return {
      id,
      type,
      text,
      ...(reading ? { reading } : {}),
      judgement,
      assumes,
      answer,
      standing,
      because: study.render(because, record),
      ...(concerns ? { concerns: study.render(concerns, record) } : {}),
    }
  })
}

/** Missing items the reader may see, best first, each with the encounter at which it is next asked. */
function questionsOf(
  { study, state, context }: Asking,
  record: ReturnType<typeof screeningRecord>,
): readonly NextQuestion[] {
  return study.nextQuestions(record).flatMap((question): NextQuestion[] => {
    const { form, item, burden, couldSettle } = question
    const definition = study.item(form, item)
    if (sightOf(definition, context.actor.role) !== 'open') return []
    const holding = study.compiled.encounters.filter(({ forms }) => forms.includes(form))
    const encounter = (holding.find(({ id }) => state.forms[formKey(id, form)]) ?? holding[0])?.id
    const place = encounter === undefined ? {} : { encounter }
    return [{ ...place, form, formTitle: study.form(form).title, item, label: definition.label, burden, couldSettle }]
  })
}
