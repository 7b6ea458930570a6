import type { Study, Text } from '@trialwright/protocol'
import { isWithin, type Place } from '../place.ts'

/** How much of a participant's data is meant: without a part all of it, then a visit, a form of it, an item of that. */
export type Extent = Partial<Pick<Place, 'encounter' | 'form' | 'item'>>

/** `day0/vitals/weight`; empty for everything recorded of the participant. */
export const extentKey = ({ encounter, form, item }: Extent): string =>
  [encounter, form, item].filter((part) => part !== undefined).join('/')

/** Whether `inner` is `outer` or lies within it. */
export function covers(outer: Extent, inner: Extent): boolean {
  if (outer.encounter === undefined) return true
  if (outer.encounter !== inner.encounter) return false
  if (outer.form === undefined) return true
  return (
    inner.form !== undefined && isWithin({ ...inner, encounter: inner.encounter, form: inner.form }, outer as Place)
  )
}

/** In the study's words: “Day 0 › Vital signs › Weight”. Undefined when the study has no such place. */
export function sayExtent(study: Study, { encounter, form, item }: Extent): Text | undefined {
  if (encounter === undefined) return everything
  const visit = study.compiled.encounters.find(({ id }) => id === encounter)
  if (!visit) return undefined
  if (form === undefined) return visit.title
  const filled = visit.forms.includes(form) ? study.form(form) : undefined
  if (!filled) return undefined
  if (item === undefined) return chain(visit.title, filled.title)
  const asked = filled.items.find(({ id }) => id === item)
  return asked && chain(visit.title, filled.title, asked.label)
}

const everything: Text = { en: 'all data of the participant', nb: 'alle deltakerens data' }

const chain = (...texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join(' › '),
  nb: texts.map(({ nb }) => nb).join(' › '),
})
