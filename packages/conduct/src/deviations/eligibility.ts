import type { EvaluationRecord, LaboratoryRange, Study, Text } from '@trialwright/protocol'
import { screeningRecordOf } from '../participant/facts.ts'
import type { ParticipantData } from '../participant/data.ts'
import { remembered } from '../remembered.ts'
import { on, text } from './say.ts'
import type { Deviation } from './types.ts'

const standings = {
  met: text('met', 'oppfylt'),
  notMet: text('not met', 'ikke oppfylt'),
  undecided: text('undecided', 'uavklart'),
} as const

/** A value corrected after randomisation has turned a criterion or a requirement: both verdicts are told. */
export function eligibilityDeviations(
  study: Study,
  state: ParticipantData,
  today: string,
  ranges: readonly LaboratoryRange[],
): readonly Deviation[] {
  const randomised = state.randomisation.randomised
  if (!randomised) return []
  const { day } = randomised
  const record = screeningRecordOf(study, state, today, ranges)
  const signed = new Map(state.screening.confirmed?.criteria.map(({ id, standing }) => [id, standing]))
  const texts = new Map<string, Text>(study.compiled.criteria.map((each) => [each.id, each.text]))
  const broken = brokenIn(record, study)
  const criteria = broken.criteria.map(({ id, standing }): Deviation => {
    const [then, now] = [standings[signed.get(id) ?? 'undecided'], standings[standing]]
    const said = texts.get(id)!
    return {
      key: `eligibility/${id}`,
      rule: 'eligibility',
      day,
      said: text(
        `${id} ${said.en}: ${then.en} when signed, ${now.en} as the data are now; randomised on ${on(day).en}`,
        `${id} ${said.nb}: ${then.nb} da det ble signert, ${now.nb} slik dataene er nå; randomisert ${on(day).nb}`,
      ),
    }
  })
  const requirements = broken.requirements.map(
    ({ id, rule }): Deviation => ({
      key: `requirement/${id}`,
      rule: 'requirement',
      day,
      said: text(`Not fulfilled on ${on(day).en}: ${rule.text.en}`, `Ikke oppfylt ${on(day).nb}: ${rule.text.nb}`),
    }),
  )
  return [...criteria, ...requirements]
}

const brokenIn = remembered((record: EvaluationRecord, study: Study) => ({
  criteria: study.criteria(record).filter(({ standing }) => standing === 'notMet'),
  requirements: study.rules('requirements', record).filter(({ answer }) => answer === 'no'),
}))
