import type { CheckedItem, CompiledCheck, EditCheck, EvaluationRecord, Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { formKey } from '../forms/state.ts'
import { recordOn } from '../participant/facts.ts'
import type { ParticipantState } from '../participant/state.ts'
import type { Place } from '../place.ts'

/** A check that is not met, and where. */
export interface Failing {
  readonly check: CompiledCheck
  readonly place: Place
  /** The values it went by. */
  readonly seen: string
}

/** Asks checks of a participant as things are; the record of each visit is made once. */
export function asker(study: Study, state: ParticipantState, { today, ranges }: Pick<Context, 'today' | 'ranges'>) {
  const recordAt = (visit: string | undefined, day: string): EvaluationRecord =>
    recordOn(study, state, day, ranges, visit)
  return {
    /** The visits a check is asked at: those at which the form asked about was filled in, or the one where the value stands. */
    visitsOf({ check, encounterOf }: EditCheck): readonly string[] {
      const { form, at } = askedAt(check)
      if (typeof at === 'object') return [at.encounter]
      if (at !== 'latest')
        return Object.values(state.forms).flatMap((filled) => (filled.form === form ? [filled.encounter] : []))
      return [encounterOf(recordAt(undefined, today)) ?? []].flat()
    },
    /** Where the check is not met at a visit. A form not filled in there has nothing to ask about. */
    failing({ check, ask }: EditCheck, visit: string): readonly Failing[] {
      const filled = state.forms[formKey(visit, askedAt(check).form)]
      if (!filled) return []
      return ask(recordAt(visit, filled.day)).flatMap(({ answer, row, seen }) =>
        answer === 'no' ? [{ check, place: placeOf(check, visit, row), seen: seen ?? '' }] : [],
      )
    },
  }
}

const askedAt = ({ about, rows }: CompiledCheck): Pick<CheckedItem, 'form' | 'at'> => rows ?? (about[0] as CheckedItem)

function placeOf({ about, rows }: CompiledCheck, encounter: string, row: string | undefined): Place {
  const { form, item } = about[0] as CheckedItem
  return rows === undefined || row === undefined
    ? { encounter, form, item }
    : { encounter, form, item: rows.group, row, column: item }
}
