import { checkAnswer } from '../checks/cases.ts'
import type { CompiledCheck, CompiledStudy } from '../compiled.ts'
import { answerFor, disagreements, numberFor, type Asked, type StudyExamples } from '../examples.ts'
import { loadStudy, type Study } from '../load.ts'
import { missingCase, type MissingCase } from './missing.ts'
import { plannedDays } from '../plannedDays.ts'
import { mutantsOf, type Mutant } from './mutants.ts'

/** A slip that none of the study's examples notices. */
export interface Survivor extends Omit<Mutant, 'slipped'> {
  readonly missing: MissingCase
}

export interface MutationScore {
  /** Slips tried, those that change nothing for anybody left out. */
  readonly slips: number
  readonly noticed: number
  /** Slips shown to change nothing, whoever comes. */
  readonly without: number
  readonly survivors: readonly Survivor[]
  /** Slips and how many were noticed, by sort. */
  readonly bySlip: Readonly<Record<string, { readonly slips: number; readonly noticed: number }>>
}

export interface Progress {
  readonly tried: number
  readonly all: number
}

/**
 * How many slips of a protocol's author the study's own examples notice: each is made in turn, one at a time, and noticed when
 * any example comes out otherwise. Yields after each, so that who waits may be shown how far it is.
 */
export function* mutationScore(
  study: CompiledStudy,
  examples: StudyExamples,
): Generator<Progress, MutationScore, undefined> {
  const mutants = [...mutantsOf(study)]
  const asked = loadStudy(study)
  const survivors: Survivor[] = []
  const counts = new Map<string, { slips: number; noticed: number }>()
  let without = 0
  for (const [index, { slipped, ...about }] of mutants.entries()) {
    const noticed = isNoticed(asked, slipped, examples, about.of)
    const missing: MissingCase | undefined = noticed ? undefined : missingFor(study, slipped)
    if (missing?.found === 'nobody') without += 1
    else {
      const count = counts.get(about.slip) ?? { slips: 0, noticed: 0 }
      counts.set(about.slip, { slips: count.slips + 1, noticed: count.noticed + (noticed ? 1 : 0) })
      if (missing !== undefined) survivors.push({ ...about, missing })
    }
    yield { tried: index + 1, all: mutants.length }
  }
  const slips = mutants.length - without
  return { slips, noticed: slips - survivors.length, without, survivors, bySlip: Object.fromEntries(counts) }
}

function missingFor(study: CompiledStudy, slipped: Mutant['slipped']): MissingCase {
  switch (slipped.kind) {
    case 'days':
      return { found: 'unknown' }
    case 'check':
      // Asked of each row by itself, a check reads its row, of which no person can be made here.
      return slipped.before.rows === undefined
        ? missingCase(study, askedBy(slipped.before), askedBy(slipped.after))
        : { found: 'unknown' }
    default:
      return missingCase(study, slipped.before, slipped.after)
  }
}

const askedBy = ({ expects, appliesTo }: CompiledCheck): Asked => ({
  holds: expects,
  ...(appliesTo === undefined ? {} : { appliesTo }),
})

/** The study with this one check and no other rule: all that its answer depends on, and quick to load. */
const alone = (study: CompiledStudy, check: CompiledCheck): CompiledStudy => ({
  ...study,
  criteria: [],
  requirements: [],
  holds: [],
  stops: [],
  deviations: [],
  checks: [check],
})

/** Whether an example comes out otherwise. A slip in a score is asked of the whole study, any other of its own examples. */
function isNoticed(study: Study, slipped: Mutant['slipped'], examples: StudyExamples, of: string): boolean {
  switch (slipped.kind) {
    case 'rule': {
      const own = examples.cases[of] ?? examples.rules?.[of] ?? examples.concerns?.[of] ?? []
      return own.some(({ facts, answer }) => answerFor(study, slipped.after, facts) !== answer)
    }
    case 'number':
      return (examples.numbers?.[of] ?? []).some(({ facts, value }) => numberFor(study, slipped.after, facts) !== value)
    case 'score':
      return disagreements(loadStudy(slipped.study), examples, of).next().done !== true
    case 'check': {
      const other = loadStudy(alone(study.compiled, slipped.after))
      return (examples.cases[of] ?? []).some(({ facts, answer }) => checkAnswer(other, of, facts) !== answer)
    }
    case 'days':
      return (examples.schedule?.[of] ?? []).some(({ happened, planned, from, to }) => {
        const day = happened[slipped.encounter.anchor]
        const found = day === undefined ? undefined : plannedDays(slipped.encounter, day)
        return found?.planned !== planned || found.from !== from || found.to !== to
      })
  }
}
