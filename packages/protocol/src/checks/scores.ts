import type { CompiledStudy } from '../compiled.ts'
import type { ExpressionNode, NumberNode } from '../expression/nodes.ts'
import { findingsOf, type Check } from './finding.ts'
import { itemsOf, nodesOf } from './walk.ts'

const { error } = findingsOf('scores')

/** Means and prorated scores ask for a possible number of answers, and prorate by the highest score there is. */
export const scores: Check = (study) =>
  nodesOf(study).flatMap(({ path, node }) => {
    if (node.kind !== 'mean' && node.kind !== 'prorated') return []
    const { minimumAnswered, of } = node
    const possible = Number.isSafeInteger(minimumAnswered) && minimumAnswered >= 1 && minimumAnswered <= of.length
    const beyond = node.kind === 'prorated' ? wrongMaximum(study, node) : undefined
    return [
      ...(possible
        ? []
        : [
            error(
              path,
              `At least ${minimumAnswered} of ${of.length} answers cannot be asked for.`,
              `Minst ${minimumAnswered} av ${of.length} svar kan ikke kreves.`,
            ),
          ]),
      ...(beyond === undefined
        ? []
        : [
            error(
              path,
              `A section scores up to ${beyond.found}, but the score is prorated by ${beyond.stated}.`,
              `En del gir inntil ${beyond.found} poeng, men skåren regnes ut fra ${beyond.stated}.`,
            ),
          ]),
    ]
  })

function wrongMaximum(study: CompiledStudy, { maximumEach, of }: Extract<ExpressionNode, { kind: 'prorated' }>) {
  const found = of.map((part) => highest(study, part)).find((most) => most !== undefined && most !== maximumEach)
  return found === undefined ? undefined : { found, stated: maximumEach }
}

function highest(study: CompiledStudy, part: NumberNode): number | undefined {
  if (part.kind === 'lookup') return Math.max(...Object.values(part.table))
  if (part.kind !== 'numberItem') return undefined
  return itemsOf(study).find(({ path }) => path === `forms.${part.form}.${part.item}`)?.node.range?.[1]
}
