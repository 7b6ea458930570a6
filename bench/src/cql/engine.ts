import type { EvaluationRecord, Study } from '@trialwright/protocol'
import { isoOf } from '@trialwright/protocol'
import fhir from 'cql-exec-fhir'
import cql from 'cql-execution'
import type { Outcome } from '../eligibility/byHand/threeValued.ts'
import { documentedLibrary, notApplicable, tunedLibrary } from './library.ts'

export type Ask = (id: string, bundle: object, record: EvaluationRecord) => Promise<readonly Outcome[]>

/** As the documentation of both packages shows it: bundles are loaded, and the library is executed on them. */
export function documentedEngine(study: Study): Ask {
  const executor = new cql.Executor(new cql.Library(documentedLibrary(study)))
  const source = fhir.PatientSource.FHIRv401()
  const ids = study.compiled.criteria.map(({ id }) => id)
  return async (id, bundle, record) => {
    source.reset()
    source.loadBundles([bundle])
    const { patientResults } = await executor.exec(source, dayOf(record))
    return ids.map((criterion) => outcomeOf(patientResults[id]?.[criterion]))
  }
}

/** One expression is executed, each resource is wrapped once, and Observations are found by their code. */
export function tunedEngine(study: Study): Ask {
  const executor = new cql.Executor(new cql.Library(tunedLibrary(study)))
  const source = fhir.PatientSource.FHIRv401()
  const ids = study.compiled.criteria.map(({ id }) => id)
  return async (id, bundle, record) => {
    source.reset()
    source.loadBundles([bundle])
    const patient = source.currentPatient()
    if (patient === undefined) throw new Error('the bundle has no patient')
    const all = patient.findRecords('http://hl7.org/fhir/StructureDefinition/Observation')
    const byCode = new Map<string, typeof all>()
    for (const observation of all) {
      const { code } = observation.getCode('code') as unknown as { readonly code: string }
      byCode.set(code, [...(byCode.get(code) ?? []), observation])
    }
    patient.findRecords = (_, details) => {
      const wanted = (details?.codes ?? []) as readonly { readonly code: string }[]
      return wanted.flatMap(({ code }) => byCode.get(code) ?? [])
    }
    let asked = false
    const one = {
      currentPatient: () => (asked ? undefined : patient),
      nextPatient: () => {
        asked = true
        return undefined
      },
    }
    const { patientResults } = await executor.exec_expression('all', one, dayOf(record))
    const answers = patientResults[id]?.['all'] as Readonly<Record<string, unknown>> | undefined
    return ids.map((criterion) => outcomeOf(answers?.[criterion]))
  }
}

export function dayOf({ today }: EvaluationRecord) {
  const day = cql.DateTime.parse(`${isoOf(today.low)}T00:00:00.000+00:00`)
  if (day === null) throw new Error(`not a day: ${today.low}`)
  return day
}

export const outcomeOf = (result: unknown): Outcome =>
  result === true ? 2 : result === false ? 0 : result === notApplicable ? 3 : 1
