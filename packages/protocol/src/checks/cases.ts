import { loadStudy } from '../load.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'

const { error } = findingsOf('cases')

const words = {
  yes: { en: 'it holds for', nb: 'det er oppfylt for' },
  no: { en: 'it does not hold for', nb: 'det ikke er oppfylt for' },
  unknown: { en: 'it cannot be decided for', nb: 'det ikke kan avgjøres for' },
  notApplicable: { en: 'it does not concern', nb: 'det ikke gjelder' },
} as const

/** Every criterion has somebody it holds for, does not hold for, and cannot be decided for; and the study answers as the cases say. */
export const cases: Check = (study, given) => {
  if (given === undefined) return []
  const loaded = loadStudy(study)
  const ids = new Set(study.criteria.map(({ id }) => id))
  return [
    ...Object.keys(given)
      .filter((id) => !ids.has(id))
      .map((id) => error(`cases.${id}`, `There is no criterion ${id}.`, `Det finnes ikke noe kriterium ${id}.`)),
    ...study.criteria.flatMap(({ id, appliesTo }): readonly Finding[] => {
      const own = given[id] ?? []
      const wanted = [
        ...(['yes', 'no', 'unknown'] as const),
        ...(appliesTo === undefined ? [] : ['notApplicable' as const]),
      ]
      return [
        ...wanted
          .filter((answer) => !own.some((each) => each.answer === answer))
          .map((answer) =>
            error(
              `cases.${id}`,
              `No case shows somebody ${words[answer].en}.`,
              `Ingen eksempler viser en person ${words[answer].nb}.`,
            ),
          ),
        ...own.flatMap(({ given: name, facts, answer }) => {
          const found = loaded.criteria(loaded.record(facts)).find((each) => each.id === id)?.answer
          return found === answer
            ? []
            : [
                error(
                  `cases.${id}`,
                  `“${name}” should be ${answer}, but is ${found}.`,
                  `«${name}» skulle gitt ${answer}, men gir ${found}.`,
                ),
              ]
        }),
      ]
    }),
  ]
}
