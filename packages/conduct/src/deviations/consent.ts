import type { Study } from '@trialwright/protocol'
import { versionInForce } from '../consent/versions.ts'
import type { ParticipantData } from '../participant/data.ts'
import { on, text } from './say.ts'
import type { Deviation } from './types.ts'

/** A visit or data of a day on which a newer version of the consent was in force than the one given by then. */
export function consentDeviations(study: Study, state: ParticipantData): readonly Deviation[] {
  const { compiled } = study
  const filled = Map.groupBy(Object.values(state.forms), ({ encounter }) => encounter)
  const firstDay = (version: string) => compiled.consent.find(({ id }) => id === version)?.from ?? ''
  return compiled.encounters.flatMap(({ id, title }): readonly Deviation[] => {
    const days = [
      ...new Set([
        ...(state.encounters[id]?.visit ? [state.encounters[id].visit.day] : []),
        ...(filled.get(id) ?? []).map(({ day }) => day),
      ]),
    ].toSorted((a, b) => (a < b ? -1 : 1))
    const found = days.flatMap((day) => {
      const wanted = versionInForce(compiled, day)
      const given = state.consent.given.filter((each) => each.day <= day)
      const newest = given.map(({ version }) => firstDay(version)).reduce((a, b) => (a > b ? a : b), '')
      return wanted !== undefined && given.length > 0 && newest < wanted.from
        ? [{ day, wanted, last: given.at(-1)! }]
        : []
    })[0]
    if (!found) return []
    const { day, wanted, last } = found
    const [when, from] = [on(day), on(wanted.from)]
    return [
      {
        key: `consentVersion/${id}`,
        rule: 'consentVersion',
        encounter: id,
        day,
        said: text(
          `${title.en} on ${when.en} under consent ${last.version}; version ${wanted.id} in force from ${from.en}`,
          `${title.nb} ${when.nb} under samtykke ${last.version}; versjon ${wanted.id} gjelder fra ${from.nb}`,
        ),
      },
    ]
  })
}
