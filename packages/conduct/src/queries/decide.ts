import { rowsOf, type Text } from '@trialwright/protocol'
import { fillers } from '../forms/blinding.ts'
import { currentEntry, formKey, type FormState } from '../forms/state.ts'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { placeKey, type Place } from '../place.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { maybeWords, tidy, words } from '../typed.ts'
import { asker } from './ask.ts'
import type { AnswerQuery, AskQuery, CloseQuery, ReopenQuery } from './commands.ts'
import { itemAt, seesPlace } from './sight.ts'
import type { QueryState } from './state.ts'

export function askQuery(asking: Asking, command: AskQuery): Decision {
  const { text, ...place } = command
  const { state, context } = asking
  const wrong = [...placeRefusals(asking, place), ...words(text, 'text')]
  if (wrong.length > 0) return refused(...wrong)
  const query = `Q${Object.keys(state.queries).length + 1}`
  return {
    ok: true,
    events: [{ type: 'QueryOpened', ...stamp(context), query, place: plain(place), text: said(text) }],
  }
}

export function answerQuery(asking: Asking, { query: id, text }: AnswerQuery): Decision {
  const { study, context } = asking
  const found = findQuery(asking, id)
  if (!found) return refused(at('query', refuse('queryUnknown')))
  if (!fillers[study.form(found.place.form).filledBy].includes(context.actor.role))
    return refused(refuse('formNotForRole'))
  if (found.status === 'closed') return refused(refuse('queryClosed'))
  const wrong = words(text, 'text')
  if (wrong.length > 0) return refused(...wrong)
  return {
    ok: true,
    events: [
      {
        type: 'QueryAnswered',
        ...stamp(context),
        query: id,
        place: found.place,
        text: tidy(text),
        ...seenNow(asking, found),
      },
    ],
  }
}

export function closeQuery(asking: Asking, { query: id, text }: CloseQuery): Decision {
  const found = findQuery(asking, id)
  if (!found) return refused(at('query', refuse('queryUnknown')))
  const wrong = [...askersRefusals(asking, found), ...maybeWords(text, 'text')]
  if (wrong.length > 0) return refused(...wrong)
  if (found.status === 'closed') return refused(refuse('queryClosed'))
  // Closed before the site has answered, it needs a reason of its own.
  const note = tidy(text ?? '')
  if (found.status === 'open' && note === '') return refused(at('text', refuse('queryNotAnswered')))
  const because = note === '' ? {} : { text: note }
  return {
    ok: true,
    events: [
      {
        type: 'QueryClosed',
        ...stamp(asking.context),
        query: id,
        place: found.place,
        ...because,
        ...seenNow(asking, found),
      },
    ],
  }
}

export function reopenQuery(asking: Asking, { query: id, text }: ReopenQuery): Decision {
  const found = findQuery(asking, id)
  if (!found) return refused(at('query', refuse('queryUnknown')))
  const wrong = [...askersRefusals(asking, found), ...words(text, 'text')]
  if (wrong.length > 0) return refused(...wrong)
  if (found.status === 'open') return refused(refuse('queryOpen'))
  return {
    ok: true,
    events: [{ type: 'QueryReopened', ...stamp(asking.context), query: id, place: found.place, text: said(text) }],
  }
}

/** Why a correction cannot be made because of these queries, by item. */
export function correctionRefusals(
  asking: Asking,
  encounter: string,
  form: string,
  queries: Readonly<Record<string, string>>,
): Refusals {
  return Object.entries(queries).flatMap(([item, id]): Refusals => {
    const found = findQuery(asking, id)
    const here =
      found?.place.encounter === encounter &&
      found.place.form === form &&
      (found.place.item === undefined || found.place.item === item)
    if (!here) return [at(`queries.${item}`, refuse('queryUnknown'))]
    return found.status === 'closed' ? [at(`queries.${item}`, refuse('queryClosed'))] : []
  })
}

/** The place is one the study records, at this participant, and one the person may see. */
function placeRefusals({ study, state, context }: Asking, place: Place): Refusals {
  const encounter = study.compiled.encounters.find(({ id }) => id === place.encounter)
  if (!encounter) return [at('encounter', refuse('encounterUnknown'))]
  if (!encounter.forms.includes(place.form)) return [at('form', refuse('formUnknown'))]
  if (place.item !== undefined && !itemAt(study, { ...place, column: undefined }))
    return [at('item', refuse('itemUnknown'))]
  if (place.column !== undefined && !itemAt(study, place)) return [at('column', refuse('itemUnknown'))]
  if ((place.row === undefined) !== (place.column === undefined)) return [at('row', refuse('rowUnknown'))]
  if (!seesPlace(study, place, context.actor.role, context.studyState.unblinded !== undefined))
    return [at('item', refuse('itemMasked'))]
  return place.row === undefined || rowsAt(state.forms[formKey(place.encounter, place.form)], place).includes(place.row)
    ? []
    : [at('row', refuse('rowUnknown'))]
}

const rowsAt = (filled: FormState | undefined, { item = '' }: Place): readonly string[] =>
  (rowsOf(currentEntry(filled, item))?.rows ?? []).map(({ id }) => id)

/** A query of a place the person may not see is none for them. */
function findQuery({ study, state, context }: Asking, id: string): QueryState | undefined {
  const found = Object.hasOwn(state.queries, id) ? state.queries[id] : undefined
  return found && seesPlace(study, found.place, context.actor.role, context.studyState.unblinded !== undefined)
    ? found
    : undefined
}

/** The values that are judged: those a check has asked about may have changed since, and still not be as expected. */
function seenNow({ study, state, context }: Asking, { check: id, place }: QueryState): { readonly seen?: string } {
  const check = study.checks.find((each) => each.check.id === id)
  const failing = check ? asker(study, state, context).failing(check, place.encounter) : []
  const found = failing.find((each) => placeKey(each.place) === placeKey(place))
  return found ? { seen: found.seen } : {}
}

/** Who asked decides whether the answer will do, or the data manager, who also decides for the checks. */
const askersRefusals = ({ context }: Asking, { check, steps }: QueryState): Refusals =>
  context.actor.role === 'dataManager' || (check === undefined && steps[0]?.by.role === context.actor.role)
    ? []
    : [refuse('queryNotYours')]

const said = (text: string): Text => ({ en: tidy(text), nb: tidy(text) })

/** Without parts that were left out. */
const plain = ({ encounter, form, item, row, column }: Place): Place => ({
  encounter,
  form,
  ...(item === undefined ? {} : { item }),
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column }),
})
