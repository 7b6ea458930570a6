import type { Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { dataOf, type ParticipantData } from '../participant/data.ts'
import { unsignedSchedule } from '../participant/schedule.ts'
import type { ParticipantState } from '../participant/state.ts'
import { remembered } from '../remembered.ts'
import { consentDeviations } from './consent.ts'
import { eligibilityDeviations } from './eligibility.ts'
import { infusionDeviations } from './infusion.ts'
import { studyDeviations } from './ofStudy.ts'
import type { Deviation, DeviationRow } from './types.ts'
import { visitDeviations } from './visits.ts'

/**
 * Every departure from the protocol that the data show, by rule. A pure function of the study and what is true, so it never
 * says what the data do not, and is gone when they are corrected. What is to come has its day in the future.
 */
export function deviationsOf(
  study: Study,
  state: ParticipantState,
  { today, ranges }: Pick<Context, 'today' | 'ranges'>,
): readonly Deviation[] {
  return computed(dataOf(state), study, today, ranges)
}

/** A command asks twice of the state it leads to: for the participant's row and for the list. */
const computed = remembered(
  (data: ParticipantData, study: Study, today: string, ranges: Context['ranges']): readonly Deviation[] => {
    if (data.consent.given.length === 0) return []
    const encounters = unsignedSchedule(data, study, today, ranges)
    return [
      ...visitDeviations(encounters, data),
      ...consentDeviations(study, data),
      ...eligibilityDeviations(study, data, today, ranges),
      ...infusionDeviations(study, data, ranges),
      ...studyDeviations(study, data, encounters, ranges),
    ]
  },
)

/** Those that count on a day. */
export const present = (deviations: readonly Deviation[], today: string): readonly Deviation[] =>
  deviations.filter(({ day }) => day <= today)

/** Computed and classified ones together, oldest first; a classified one that the data no longer show is said to be gone. */
export function rowsOf(
  found: readonly Deviation[],
  { deviations }: Pick<ParticipantState, 'deviations'>,
  today: string,
) {
  const there = present(found, today)
  const keys = new Set(there.map(({ key }) => key))
  const rows: readonly DeviationRow[] = [
    ...there.map((deviation) => ({ ...deviation, ...classifiedOf(deviations, deviation) })),
    ...Object.values(deviations)
      .filter(({ key }) => !keys.has(key))
      .map((each) => ({
        key: each.key,
        rule: each.rule,
        day: each.day,
        said: each.said,
        gone: true as const,
        ...classifiedOf(deviations, each),
      })),
  ]
  return rows.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1))
}

function classifiedOf(deviations: ParticipantState['deviations'], { key, said }: Pick<Deviation, 'key' | 'said'>) {
  const judged = Object.hasOwn(deviations, key) ? deviations[key] : undefined
  if (!judged) return {}
  const { important, effect, note, at, by } = judged
  const then = judged.said.en === said.en ? {} : { said: judged.said }
  return { classified: { important, effect, note, at, by: { name: by.name, role: by.role }, ...then } }
}

/** What is kept of a participant for the list; undefined where there is nothing. */
export interface DeviationDocument {
  readonly code: string
  readonly site: string
  readonly found: readonly Deviation[]
  readonly deviations: ParticipantState['deviations']
}

export function deviationDocument(
  study: Study,
  state: ParticipantState,
  context: Pick<Context, 'today' | 'ranges'>,
): DeviationDocument | undefined {
  const found = deviationsOf(study, state, context)
  const { deviations, consent } = state
  if (found.length === 0 && Object.keys(deviations).length === 0) return undefined
  return { code: consent.code, site: consent.site, found, deviations }
}
