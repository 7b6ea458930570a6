import { isoOf, type CompiledItem, type Entry, type EvaluationRecord, type Study } from '@trialwright/protocol'
import { codeSystem } from './items.ts'
import { pathsRead } from './library.ts'

/*
 * A record as a FHIR bundle: one Observation for each value the record holds. Kind to the other engine: units are
 * converted, the laboratory's limits chosen, and of several fillings the one that counts is picked beforehand.
 */

export interface Bundled {
  readonly bundle: object
  /** The person holds something CQL's values cannot: half a date, a result below what is measured, a number that does not apply. */
  readonly beyondCql: boolean
}

type Fact = EvaluationRecord['facts'][number]

export function bundlerOf(study: Study): (id: string, record: EvaluationRecord) => Bundled {
  const paths = new Set(pathsRead(study))
  const slots = study.slots.flatMap((slot, index) =>
    slot.at !== 'thisVisit' && paths.has(`${slot.form}.${slot.item}`) ? [{ ...slot, index }] : [],
  )
  return (id, record) => {
    const found = new Map<string, object>()
    let beyondCql = false
    const put = (path: string, index: number | string, fact: Fact, value: object): void => {
      const { filled } = fact
      found.set(`${path} ${filled?.encounter} ${filled?.date} ${index}`, {
        resourceType: 'Observation',
        status: 'final',
        code: { coding: [{ system: codeSystem, code: path }] },
        encounter: { reference: `Encounter/${filled?.encounter}` },
        effectiveDateTime: filled?.date,
        ...value,
      })
    }
    for (const { form, item: name, index } of slots) {
      const fact = record.facts[index]
      if (fact?.entry === undefined) continue
      const path = `${form}.${name}`
      const item = study.item(form, name)
      beyondCql ||= isBeyond(item, fact)
      if (item.type !== 'repeat') {
        put(path, 0, fact, { ...valueOf(item, fact), ...limitsOf(fact) })
      } else if (fact.rows !== undefined) {
        put(`${path}.complete`, 0, fact, { valueBoolean: fact.complete })
        for (const [number, row] of fact.rows.entries()) put(path, number, fact, { component: cellsOf(item, row) })
      }
    }
    const consent = record.events[0]
    if (consent !== undefined && Number.isFinite(consent.low))
      put('event.consent', 0, consent, { effectiveDateTime: isoOf(consent.low), valueDateTime: isoOf(consent.low) })
    const resources = [{ resourceType: 'Patient', id }, ...found.values()]
    const entry = resources.map((resource, index) => ({ resource: { id: `${id}-${index}`, ...resource } }))
    return { bundle: { resourceType: 'Bundle', type: 'collection', entry }, beyondCql }
  }
}

const cellsOf = (item: CompiledItem, row: readonly Fact[]): readonly object[] =>
  (item.columns ?? []).flatMap((column, index) => {
    const value = row[index] === undefined ? {} : valueOf(column, row[index])
    return Object.keys(value).length === 0 ? [] : [{ code: { text: column.id }, ...value }]
  })

function valueOf(item: CompiledItem, fact: Fact): object {
  const { entry } = fact
  if (entry === undefined) return {}
  if ('absent' in entry)
    return item.codes !== undefined && entry.absent === 'notApplicable' ? { valueString: entry.absent } : {}
  switch (item.type) {
    case 'number':
    case 'laboratory':
      return fact.low === fact.high ? { valueQuantity: { value: fact.low, unit: item.unit } } : {}
    case 'date':
      return { valueDateTime: entry.value }
    default:
      return { valueString: entry.value }
  }
}

function limitsOf({ refLow, refHigh }: Fact): object {
  if (Number.isNaN(refLow) && Number.isNaN(refHigh)) return {}
  return {
    referenceRange: [
      {
        ...(Number.isFinite(refLow) ? { low: { value: refLow } } : {}),
        ...(Number.isFinite(refHigh) ? { high: { value: refHigh } } : {}),
        text: 'laboratory',
      },
    ],
  }
}

function isBeyond(item: CompiledItem, fact: Fact): boolean {
  if (fact.rows !== undefined)
    return fact.rows.some((row) =>
      row.some((cell, index) => {
        const column = item.columns?.[index]
        return column !== undefined && isBeyond(column, cell)
      }),
    )
  const { entry } = fact
  if (entry === undefined) return false
  if ('absent' in entry) return entry.absent === 'notApplicable' && item.codes === undefined
  return isInterval(entry, item)
}

const isInterval = ({ value }: Entry & { value: unknown }, item: CompiledItem): boolean =>
  typeof value === 'object' || (item.type === 'date' && typeof value === 'string' && value.length < 10)
