import type { CriterionAnswer } from '../eligibility.ts'
import { loadStudy, type Study } from '../load.ts'
import type { Facts } from '../record.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'

const { error } = findingsOf('cases')

const words = {
  yes: { en: 'it holds for', nb: 'det er oppfylt for' },
  no: { en: 'it does not hold for', nb: 'det ikke er oppfylt for' },
  unknown: { en: 'it cannot be decided for', nb: 'det ikke kan avgjøres for' },
  notApplicable: { en: 'it does not concern', nb: 'det ikke gjelder' },
} as const

/** What a check says of all its rows: no as soon as one is not as expected. */
export function checkAnswer(study: Study, id: string, facts: Facts): CriterionAnswer | undefined {
  const check = study.checks.find((each) => each.check.id === id)
  const answers = check?.ask(study.record(facts)).map(({ answer }) => answer)
  return answers && (worst.find((answer) => answers.includes(answer)) ?? 'yes')
}

const worst = ['no', 'unknown', 'notApplicable'] as const

/** Every criterion and edit check has somebody it holds for, does not hold for, and cannot be decided for; and the study answers as the cases say. */
export const cases: Check = (study, given) => {
  if (given === undefined) return []
  const loaded = loadStudy(study)
  const wantsCases = [...study.criteria, ...study.checks]
  const ids = new Set(wantsCases.map(({ id }) => id))
  return [
    ...Object.keys(given)
      .filter((id) => !ids.has(id))
      .map((id) =>
        error(
          `cases.${id}`,
          `There is no criterion or check ${id}.`,
          `Det finnes ikke noe kriterium eller noen kontroll ${id}.`,
        ),
      ),
    ...wantsCases.flatMap(({ id, appliesTo }): readonly Finding[] => {
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
          const found =
            checkAnswer(loaded, id, facts) ??
            loaded.criteria(loaded.record(facts)).find((each) => each.id === id)?.answer
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
