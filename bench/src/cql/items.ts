import type { CompiledItem, Occurrence, Study } from '@trialwright/protocol'
import { binary, first, integer, joined, list, literal, property, query, unary, type Elm } from './elm.ts'

/* A value in FHIR is an Observation whose code is the item's path; a row of a list is one whose components are its cells. */

export const codeSystem = 'urn:trialwright:item'

interface Reference {
  readonly form: string
  readonly item: string
  readonly group?: string
  readonly at: Occurrence
}

/** Alias of the row at hand. */
export const rowAlias = 'R'

/** `[Observation: "path"]`, of any of the codes. */
export const retrieve = (...paths: readonly string[]): Elm => ({
  type: 'Retrieve',
  dataType: '{http://hl7.org/fhir}Observation',
  templateId: 'http://hl7.org/fhir/StructureDefinition/Observation',
  codeProperty: 'code',
  codeComparator: '~',
  codes: list(paths.map((name) => ({ type: 'CodeRef', name }))),
})

/** `Last([Observation: "path"] O where O.value is not null sort by effective)`, of one encounter where one is named. */
export const latest = (path: string, at: Occurrence): Elm => ({
  type: 'Last',
  source: query({
    from: retrieve(path),
    as: 'O',
    where: joined('And', [...atEncounter(at), unary('Not', unary('IsNull', property('O', 'value')))]),
    sortBy: property({ type: 'IdentifierRef', name: 'effective' }, 'value'),
  }),
})

/** Whether something is recorded of each, if only that it is absent; one retrieval for all of them. */
export const allRecorded = (paths: readonly string[], at: Occurrence): Elm =>
  binary(
    'GreaterOrEqual',
    {
      type: 'Count',
      source: query({ from: retrieve(...paths), as: 'O', where: joined('And', [literal(true), ...atEncounter(at)]) }),
    },
    integer(paths.length),
  )

function atEncounter(at: Occurrence): readonly Elm[] {
  if (at === 'thisVisit' || at === 'previousVisit')
    throw new Error('criteria ask for the latest value or a named encounter’s')
  if (at === 'latest') return []
  return [binary('Equal', property('O', 'encounter.reference.value'), literal(`Encounter/${at.encounter}`))]
}

export function valueOf(study: Study, reference: Reference): Elm {
  const { form, item, group, at } = reference
  const definition = study.item(form, group ?? item)
  if (group === undefined) return unwrapped(latest(`${form}.${item}`, at), definition)
  const column = (definition.columns ?? []).find(({ id }) => id === item)
  if (column === undefined) throw new Error(`no column ${form}.${group}.${item}`)
  return unwrapped(cell(item), column)
}

const cell = (column: string): Elm =>
  first(
    query({
      from: property(rowAlias, 'component'),
      as: 'C',
      where: binary('Equal', property('C', 'code.text.value'), literal(column)),
    }),
  )

function unwrapped(holder: Elm, item: CompiledItem): Elm {
  switch (item.type) {
    case 'number':
    case 'laboratory':
      return property(holder, 'value.value.value')
    case 'date':
      return unary('DateFrom', property(holder, 'value.value'))
    default:
      return property(holder, 'value.value')
  }
}
