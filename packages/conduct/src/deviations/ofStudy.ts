import { addDuration, type EvaluationRecord, type LaboratoryRange, type Study } from '@trialwright/protocol'
import type { ParticipantData } from '../participant/data.ts'
import type { ScheduledEncounter } from '../participant/types.ts'
import { remembered } from '../remembered.ts'
import { recordAsOf } from './asOf.ts'
import { on, text } from './say.ts'
import type { Deviation } from './types.ts'

/** What the study's own definition says: examinations that must be done at their visit, and rules asked of each visit under treatment. */
export function studyDeviations(
  study: Study,
  state: ParticipantData,
  encounters: readonly ScheduledEncounter[],
  ranges: readonly LaboratoryRange[],
): readonly Deviation[] {
  const since = state.randomisation.randomised?.day
  if (since === undefined) return []
  const { required, deviations } = study.compiled
  return encounters.flatMap(({ id, title, day, state: status, formsMissing }): readonly Deviation[] => {
    if (status !== 'done' || day === undefined || day < since) return []
    const missing = formsMissing
      .filter(({ form }) => required.includes(form))
      .map(
        ({ form, title: of }): Deviation => ({
          key: `requiredForm/${id}/${form}`,
          rule: 'requiredForm',
          encounter: id,
          // The day of the visit is there to fill it in.
          day: addDuration(day, { value: 1, unit: 'd' }),
          said: text(`${of.en}: ${title.en}, ${on(day).en}`, `${of.nb}: ${title.nb}, ${on(day).nb}`),
        }),
      )
    if (deviations.length === 0) return missing
    const record = recordAsOf(study, state, day, id, ranges)
    const broken = brokenIn(record, study).map(
      ({ id: rule, rule: { text: said } }): Deviation => ({
        key: `ofStudy/${id}/${rule}`,
        rule: 'ofStudy',
        encounter: id,
        day,
        said: text(`${said.en}: ${title.en}, ${on(day).en}`, `${said.nb}: ${title.nb}, ${on(day).nb}`),
      }),
    )
    return [...missing, ...broken]
  })
}

/** Of a record that is the same as before the answers are too. */
const brokenIn = remembered((record: EvaluationRecord, study: Study) =>
  study.rules('deviations', record).filter(({ answer }) => answer === 'yes'),
)
