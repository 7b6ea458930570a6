import { type EvaluationRecord, parseTime, type LaboratoryRange, type Study, type Text } from '@trialwright/protocol'
import type { ParticipantData } from '../participant/data.ts'
import { remembered } from '../remembered.ts'
import type { InfusionState } from '../treatment/state.ts'
import { recordBefore } from './asOf.ts'
import { number, on, text } from './say.ts'
import type { Deviation } from './types.ts'

/** Infusions against a rule that the data of their day show now, from another weight, too fast, or not in full. */
export function infusionDeviations(
  study: Study,
  state: ParticipantData,
  ranges: readonly LaboratoryRange[],
): readonly Deviation[] {
  return Object.entries(state.treatment.infusions).flatMap(([encounter, infusion]): readonly Deviation[] => {
    const { day } = infusion
    if (day === undefined) return []
    const { title } = study.encounter(encounter)
    const made = (rule: Deviation['rule'], said: Text, id = ''): Deviation => ({
      key: [rule, encounter, ...(id === '' ? [] : [id])].join('/'),
      rule,
      encounter,
      day,
      said: text(`${title.en}, ${on(day).en}: ${said.en}`, `${title.nb}, ${on(day).nb}: ${said.nb}`),
    })
    const record = recordBefore(study, state, day, encounter, ranges)
    const against = brokenIn(record, study).map(({ id, text: said }) => made('infusionRule', said, id))
    const weight = study.number(study.compiled.infusion.weight, record)
    const dose =
      weight !== undefined && weight.low === weight.high && weight.low !== infusion.weight
        ? [
            made(
              'infusionDose',
              text(
                `prepared for ${number(infusion.weight).en} kg, ${number(weight.low).en} kg recorded`,
                `laget for ${number(infusion.weight).nb} kg, registrert ${number(weight.low).nb} kg`,
              ),
            ),
          ]
        : []
    return [...against, ...dose, ...course(study, infusion).map(([rule, said]) => made(rule, said))]
  })
}

/** Rules that forbid the infusion, and criteria that no longer hold, by the record of its day. */
const brokenIn = remembered((record: EvaluationRecord, study: Study) => [
  ...[...study.rules('holds', record), ...study.rules('stops', record)]
    .filter(({ answer }) => answer === 'yes')
    .map(({ id, rule }) => ({ id, text: rule.text })),
  ...study
    .criteria(record)
    .filter(({ id, standing }) => standing === 'notMet' && study.compiled.continuing.includes(id))
    .map(({ id }) => ({ id, text: study.compiled.criteria.find((each) => each.id === id)!.text })),
])

function course({ compiled }: Study, infusion: InfusionState): readonly (readonly [Deviation['rule'], Text])[] {
  const { started, ended, interruptions } = infusion
  if (started === undefined || ended === undefined) return []
  const { duration, bagVolume } = compiled.infusion
  const paused = interruptions.reduce((sum, { from, to }) => sum + (to === undefined ? 0 : minutes(from, to)), 0)
  const took = minutes(started, ended.time) - paused
  const why = ended.reason === undefined ? '' : `: ${ended.reason}`
  if (ended.volumeGiven < bagVolume) {
    const [given, full] = [number(ended.volumeGiven), number(bagVolume)]
    return [
      ['infusionVolume', text(`${given.en} of ${full.en} mL given${why}`, `${given.nb} av ${full.nb} mL gitt${why}`)],
    ]
  }
  return took < duration
    ? [
        [
          'infusionTime',
          text(`${took} minutes, ${duration} are the least`, `${took} minutter, minst ${duration} er fastsatt`),
        ],
      ]
    : []
}

/** Minutes from one time of day to another; after midnight it is the next day. */
function minutes(from: string, to: string): number {
  const of = (time: string): number => {
    const read = parseTime(time)
    return read.ok ? Number(read.value.slice(0, 2)) * 60 + Number(read.value.slice(3, 5)) : 0
  }
  const between = of(to) - of(from)
  return between < 0 ? between + 1440 : between
}
