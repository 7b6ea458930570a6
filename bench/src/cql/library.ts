import { everyNode, type ConditionNode, type Study } from '@trialwright/protocol'
import { elmOfCondition } from './criteria.ts'
import { cases, literal, nothing, when, type Elm } from './elm.ts'
import { codeSystem } from './items.ts'

/** What a criterion that does not concern the person answers. */
export const notApplicable = 'notApplicable'

/** The criteria as a library of one definition each, as its documentation shows; executing it answers all of them. */
export const documentedLibrary = (study: Study): object =>
  libraryOf(
    study,
    criteriaOf(study).map(({ id, expression }) => definition(id, expression)),
  )

/** One definition that holds all answers, so that only one is executed. */
export const tunedLibrary = (study: Study): object =>
  libraryOf(study, [
    definition('all', {
      type: 'Tuple',
      element: criteriaOf(study).map(({ id, expression }) => ({ name: id, value: expression })),
    }),
  ])

const definition = (name: string, expression: Elm) => ({ name, context: 'Patient', accessLevel: 'Public', expression })

const criteriaOf = (study: Study): readonly { readonly id: string; readonly expression: Elm }[] =>
  study.compiled.criteria.map(({ id, holds, appliesTo }) => ({
    id,
    expression:
      appliesTo === undefined
        ? elmOfCondition(study, holds)
        : cases(
            [when(literal(true), elmOfCondition(study, holds)), when(literal(false), literal(notApplicable))],
            nothing,
            elmOfCondition(study, appliesTo),
          ),
  }))

const libraryOf = (study: Study, statements: readonly object[]): object => ({
  library: {
    identifier: { id: 'Criteria', version: '1' },
    schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
    usings: {
      def: [
        { localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' },
        { localIdentifier: 'FHIR', uri: 'http://hl7.org/fhir', version: '4.0.1' },
      ],
    },
    codeSystems: { def: [{ name: 'items', id: codeSystem, accessLevel: 'Public' }] },
    codes: {
      def: pathsRead(study).map((id) => ({ name: id, id, accessLevel: 'Public', codeSystem: { name: 'items' } })),
    },
    statements: { def: statements },
  },
})

/** Paths of every value a criterion reads. */
export function pathsRead(study: Study): readonly string[] {
  const paths = new Set<string>()
  const visit = (node: unknown): void => {
    for (const part of everyNode(node as ConditionNode)) {
      if (part.kind === 'some' || part.kind === 'every') {
        paths.add(`${part.form}.${part.group}`)
        paths.add(`${part.form}.${part.group}.complete`)
      } else if (part.kind === 'eventDate') paths.add(`event.${part.event}`)
      else if (part.kind === 'derived') visit(study.compiled.derived.find(({ id }) => id === part.id)?.from)
      else if ('item' in part && part.group === undefined) paths.add(`${part.form}.${part.item}`)
    }
  }
  for (const { holds, appliesTo } of study.compiled.criteria) {
    visit(holds)
    if (appliesTo !== undefined) visit(appliesTo)
  }
  return [...paths]
}
