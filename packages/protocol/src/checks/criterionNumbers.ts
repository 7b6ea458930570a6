import type { CompiledStudy } from '../compiled.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'

const { error, warning } = findingsOf('criterionNumbers')

const prefix = { inclusion: 'IN', exclusion: 'EX' } as const

/** The protocol’s own numbers, IN01 and EX01 onwards, in order. A gap may be an amendment’s; a repeated number never is. */
export const criterionNumbers: Check = (study) =>
  (['inclusion', 'exclusion'] as const).flatMap((type) => ofType(study, type))

function ofType({ criteria }: CompiledStudy, type: 'inclusion' | 'exclusion'): readonly Finding[] {
  const found: Finding[] = []
  let last = 0
  for (const { id } of criteria.filter((criterion) => criterion.type === type)) {
    const number = new RegExp(`^${prefix[type]}(\\d{2,})$`).exec(id)?.[1]
    if (number === undefined) {
      found.push(
        error(
          `criteria.${id}`,
          `The number of an ${type} criterion is written ${prefix[type]}01.`,
          `Nummeret til et ${type === 'inclusion' ? 'inklusjonskriterium' : 'eksklusjonskriterium'} skrives ${prefix[type]}01.`,
        ),
      )
      continue
    }
    const value = Number(number)
    if (value <= last)
      found.push(
        error(`criteria.${id}`, `${id} does not come after the one before it.`, `${id} kommer ikke etter det forrige.`),
      )
    else if (value > last + 1)
      found.push(warning(`criteria.${id}`, `A number is left out before ${id}.`, `Et nummer er hoppet over før ${id}.`))
    last = Math.max(last, value)
  }
  return found
}
