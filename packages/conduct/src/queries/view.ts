import { formKey } from '../forms/state.ts'
import type { Asking } from '../participant/asking.ts'
import type { ParticipantCommand } from '../participant/commands.ts'
import { decideAlone } from '../participant/decide.ts'
import type { ParticipantState } from '../participant/state.ts'
import { seesPlace } from './sight.ts'
import type { QueryState, QueryStep } from './state.ts'
import type { QueryAct, QueryRow, QueryStepView, QueryView } from './types.ts'

/** The queries of a form at an encounter that the person looking may read, oldest first. */
export function queriesAt(asking: Asking, encounter: string, form: string): readonly QueryView[] {
  const { study, state, context } = asking
  return Object.values(state.queries)
    .filter(({ place }) => formKey(place.encounter, place.form) === formKey(encounter, form))
    .filter(({ place }) => seesPlace(study, place, context.actor.role, context.studyState.unblinded !== undefined))
    .map((query) => queryView(asking, query))
}

/** Whether the person looking may ask about values of this form. */
export const mayAsk = ({ study, state, context }: Asking, encounter: string, form: string): boolean =>
  decideAlone(study, state, { type: 'askQuery', encounter, form, text: '–' }, context).ok

const queryView = (asking: Asking, { id, place, status, check, since, steps }: QueryState): QueryView => ({
  id,
  place,
  status,
  ...(check === undefined ? {} : { byCheck: true }),
  since,
  steps: steps.map(stepView),
  may: actsOn(asking, id),
})

const stepView = ({ kind, at, by, check, text }: QueryStep): QueryStepView => ({
  kind,
  at,
  by: { name: by.name, role: by.role },
  ...(check === undefined ? {} : { byCheck: true }),
  ...(text === undefined ? {} : { text }),
})

function actsOn({ study, state, context }: Asking, query: string): readonly QueryAct[] {
  const text = '–'
  const commands: Readonly<Record<QueryAct, ParticipantCommand>> = {
    answer: { type: 'answerQuery', query, text },
    close: { type: 'closeQuery', query, text },
    reopen: { type: 'reopenQuery', query, text },
  }
  return (Object.keys(commands) as QueryAct[]).filter((act) => decideAlone(study, state, commands[act], context).ok)
}

/** The lines of the work list that differ from before. */
export const changedRows = (before: ParticipantState, after: ParticipantState): readonly QueryRow[] =>
  Object.values(after.queries)
    .filter((query) => before.queries[query.id] !== query)
    .map((query) => rowOf(after, query))

function rowOf({ consent: { code, site } }: ParticipantState, query: QueryState): QueryRow {
  const { id, place, status, check, since, steps } = query
  const questions = steps.filter(({ kind }) => kind === 'asked' || kind === 'reopened')
  const last = questions.at(-1)
  const answer =
    last && steps.slice(steps.indexOf(last)).findLast(({ kind }) => kind === 'answered' || kind === 'corrected')
  const [first] = steps as readonly [QueryStep]
  return {
    code,
    site,
    query: id,
    place,
    status,
    ...(check === undefined ? {} : { byCheck: true }),
    asker: first.by.role,
    asked: first.at,
    since,
    question: last?.text ?? first.text ?? { en: '', nb: '' },
    ...(answer?.text === undefined ? {} : { answer: answer.text }),
  }
}
