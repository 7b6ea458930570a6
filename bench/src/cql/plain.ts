import type { EvaluationRecord, Study } from '@trialwright/protocol'
import cql, { type DataProvider, type PatientObject, type RecordObject } from 'cql-execution'
import type { Outcome } from '../eligibility/byHand/threeValued.ts'
import { dayOf, outcomeOf, type Ask } from './engine.ts'
import { tunedLibrary } from './library.ts'

/*
 * The same library, executed by the same engine, on plain objects in place of FHIR's wrappers, which make some five
 * sixths of the work. What decides is still cql-execution alone.
 */

interface Valued {
  readonly valueQuantity?: { readonly value: number }
  readonly valueBoolean?: boolean
  readonly valueDateTime?: string
  readonly valueString?: string
}

interface Limit {
  readonly value: number
}

interface Observation extends Valued {
  readonly code: { readonly coding: readonly { readonly system: string; readonly code: string }[] }
  readonly encounter?: { readonly reference: string }
  readonly effectiveDateTime?: string
  readonly referenceRange?: readonly { readonly low?: Limit; readonly high?: Limit }[]
  readonly component?: readonly (Valued & { readonly code: { readonly text: string } })[]
}

interface Bundle {
  readonly entry: readonly { readonly resource: { readonly resourceType: string } }[]
}

export function plainEngine(study: Study): Ask {
  const executor = new cql.Executor(new cql.Library(tunedLibrary(study)))
  const ids = study.compiled.criteria.map(({ id }) => id)
  return async (id, bundle, record): Promise<readonly Outcome[]> => {
    const { patientResults } = await executor.exec_expression('all', only(patientOf(id, bundle as Bundle)), day(record))
    const answers = patientResults[id]?.['all'] as Readonly<Record<string, unknown>> | undefined
    return ids.map((criterion) => outcomeOf(answers?.[criterion]))
  }
}

const days = new Map<number, ReturnType<typeof dayOf>>()
function day(record: EvaluationRecord) {
  const known = days.get(record.today.low) ?? dayOf(record)
  days.set(record.today.low, known)
  return known
}

function only(patient: PatientObject): DataProvider {
  let asked = false
  return {
    currentPatient: () => (asked ? undefined : patient),
    nextPatient() {
      asked = true
      return undefined
    },
  }
}

function patientOf(id: string, { entry }: Bundle): PatientObject {
  const byCode = new Map<string, RecordObject[]>()
  for (const { resource } of entry) {
    if (resource.resourceType !== 'Observation') continue
    const observation = resource as unknown as Observation
    const code = observation.code.coding[0]?.code ?? ''
    byCode.set(code, [...(byCode.get(code) ?? []), recordObject(observation)])
  }
  return {
    ...unasked,
    getId: () => id,
    findRecords(_, details) {
      const wanted = (details?.codes ?? []) as readonly { readonly code: string }[]
      return wanted.flatMap(({ code }) => byCode.get(code) ?? [])
    },
  }
}

/** What a library made here never asks of a record. */
const unasked = {
  get: () => undefined,
  getId: () => undefined,
  getCode: () => undefined,
  getDate: () => undefined,
  getDateOrInterval: () => undefined,
}

function recordObject(observation: Observation): RecordObject {
  const { system = '', code: name = '' } = observation.code.coding[0] ?? {}
  const code = new cql.Code(name, system)
  return {
    ...unasked,
    getCode: () => code,
    value: valueOf(observation),
    effective: { value: dateTime(observation.effectiveDateTime) },
    encounter: { reference: { value: observation.encounter?.reference } },
    referenceRange: (observation.referenceRange ?? []).map(({ low, high }) => ({
      low: low && { value: { value: low.value } },
      high: high && { value: { value: high.value } },
    })),
    component: (observation.component ?? []).map((cell) => ({
      code: { text: { value: cell.code.text } },
      value: valueOf(cell),
    })),
  } as RecordObject
}

function valueOf({ valueQuantity, valueBoolean, valueDateTime, valueString }: Valued): object | undefined {
  if (valueQuantity !== undefined) return { value: { value: valueQuantity.value } }
  if (valueDateTime !== undefined) return { value: dateTime(valueDateTime) }
  const value = valueBoolean ?? valueString
  return value === undefined ? undefined : { value }
}

/** Parsed once a text: days come again from person to person, and reading them is a third of the work. */
const known = new Map<string, ReturnType<typeof cql.DateTime.parse>>()
function dateTime(text: string | undefined) {
  if (text === undefined) return undefined
  const read = known.get(text) ?? cql.DateTime.parse(text)
  known.set(text, read)
  return read
}
