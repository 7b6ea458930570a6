import type { CompiledFactor, CompiledStudy } from '../compiled.ts'
import type { ConditionNode } from '../expression/nodes.ts'
import { scopeOf } from '../expression/scope.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { reach } from './possible.ts'

const { error } = findingsOf('minimisation')
const { error: ofLevels } = findingsOf('minimisationLevels')
const path = 'randomisation'

/** What minimisation needs beside a ratio: factors with weights, no strata, and a probability that prefers. */
export const minimisation: Check = ({ randomisation }) => {
  if (randomisation.method !== 'minimisation') return []
  const { factors = [], stratifyBy } = randomisation
  return [
    ...(factors.length === 0
      ? [error(`${path}.factors`, 'Minimisation needs a factor.', 'Minimering trenger en faktor.')]
      : []),
    ...factors.flatMap(ofFactor),
    ...(stratifyBy.length > 0
      ? [
          error(
            `${path}.stratifyBy`,
            'Minimisation has no strata: make the site a factor instead.',
            'Minimering har ingen strata: gjør senteret til en faktor i stedet.',
          ),
        ]
      : []),
    ...ofProbability(randomisation),
  ]
}

const ofFactor = ({ id, weight, by, levels }: CompiledFactor): readonly Finding[] => [
  ...(Number.isSafeInteger(weight) && weight >= 1 && weight <= 1000
    ? []
    : [
        error(
          `${path}.factors.${id}.weight`,
          'The weight is not a whole number from 1 to 1000.',
          'Vekten er ikke et helt tall fra 1 til 1000.',
        ),
      ]),
  ...(by === 'levels' && levels.length < 2
    ? [
        error(
          `${path}.factors.${id}.levels`,
          'A factor has two levels or more; the trial as a whole is `by: trial`.',
          'En faktor har to nivåer eller flere; studien som helhet er `by: trial`.',
        ),
      ]
    : []),
]

/** Below its own share, the preferred arm would be avoided; the chances are worked out in whole numbers. */
function ofProbability({ probability = [0, 0], ratio }: CompiledStudy['randomisation']): readonly Finding[] {
  const [times, of] = probability
  const shares = Object.values(ratio)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const wholes = [times, of].every((part) => Number.isSafeInteger(part) && part >= 1) && of <= 1000
  return wholes && times <= of && times * total >= of * Math.min(...shares)
    ? []
    : [
        error(
          `${path}.probability`,
          'The probability of the preferred arm is not two whole numbers, up to 1000, from its share to one.',
          'Sannsynligheten for den foretrukne armen er ikke to hele tall, høyst 1000, fra armens andel til én.',
        ),
      ]
}

/** Exactly one level of each factor must hold for everybody whose data are complete; else somebody is never randomised. */
export const minimisationLevels: Check = (study) =>
  (study.randomisation.factors ?? []).flatMap((factor) =>
    factor.by === 'levels' ? [...overlaps(study, factor), ...gaps(study, factor)] : [],
  )

const conditions = ({ levels }: CompiledFactor) =>
  levels.flatMap(({ id, holds }) => (holds === undefined ? [] : [{ id, holds }]))

function overlaps(study: CompiledStudy, factor: CompiledFactor): readonly Finding[] {
  const scope = scopeOf(study)
  const all = conditions(factor)
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      const both: ConditionNode = { kind: 'all', of: [one.holds, other.holds] }
      return reach(study, scope, both).yes
        ? [
            ofLevels(
              `${path}.factors.${factor.id}`,
              `The levels ${one.id} and ${other.id} can hold together.`,
              `Nivåene ${one.id} og ${other.id} kan gjelde samtidig.`,
            ),
          ]
        : []
    }),
  )
}

function gaps(study: CompiledStudy, factor: CompiledFactor): readonly Finding[] {
  const of = conditions(factor).map(({ holds }) => holds)
  if (of.length < 2 || !reach(study, scopeOf(study), { kind: 'any', of }).no) return []
  return [
    ofLevels(
      `${path}.factors.${factor.id}`,
      'For some participants no level holds, so they could not be randomised.',
      'For noen deltakere gjelder ikke noe nivå, så de kunne ikke randomiseres.',
    ),
  ]
}
