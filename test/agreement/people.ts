import {
  absenceReasons,
  type CompiledForm,
  type CompiledItem,
  type CompiledStudy,
  dayNumber,
  type Entry,
  type Facts,
  type FilledForm,
  isoOf,
  type LaboratoryRange,
} from '@trialwright/protocol'

/* Invented people for any study: half-filled forms of some of its encounters, drawn by a seed and the same each time. */

export type Draw = {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  chance(share: number): boolean
  one<T>(of: readonly T[]): T
}

/** Park and Miller's generator, CACM 31 (1988) 1192: repeatable, which is all a test wants of it. */
export function drawFrom(seed: number): Draw {
  let state = (seed * 7919 + 17) % 2147483647
  const below = (limit: number) => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
  return { below, chance: (share) => below(1000) < share * 1000, one: (of) => of[below(of.length)] as never }
}

const today = '2026-06-15'

export function personOf(study: CompiledStudy, draw: Draw): Facts {
  const held = study.encounters.slice(0, 1 + draw.below(4))
  const ago = (most: number) => isoOf(dayNumber(today) - draw.below(most))
  const forms = held.flatMap((encounter, index): FilledForm[] =>
    study.forms
      .filter(({ id }) => encounter.forms.includes(id) && draw.chance(0.85))
      .map((form) => ({
        form: form.id,
        encounter: encounter.id,
        date: isoOf(dayNumber(today) - (held.length - index) * (1 + draw.below(14))),
        ...(form.laboratory ? { laboratory: draw.one(laboratories) } : {}),
        entries: entriesOf(form, draw),
      })),
  )
  return {
    today,
    events: {
      ...(draw.chance(0.8) ? { consent: ago(60) } : {}),
      ...(draw.chance(0.4) ? { randomisation: ago(40) } : {}),
      ...(draw.chance(0.3) ? { firstInfusion: ago(30), lastInfusion: ago(10) } : {}),
    },
    forms,
    ranges: rangesOf(study),
    ...(draw.chance(0.7) ? { visit: draw.one(held).id } : {}),
  }
}

const laboratories = ['north', 'south']

/** One laboratory has limits for everything it measures, the other for men alone. */
const rangesOf = (study: CompiledStudy): readonly LaboratoryRange[] =>
  study.forms.flatMap((form) =>
    form.items
      .filter(({ type }) => type === 'laboratory')
      .flatMap((item) =>
        (['any', 'male'] as const).map((sex, index) => ({
          laboratory: laboratories[index] as string,
          form: form.id,
          item: item.id,
          sex,
          fromAge: 0,
          toAge: 150,
          from: '2000-01-01',
          low: 20,
          high: 60,
          unit: item.unit ?? '',
        })),
      ),
  )

/** Most people are healthy, or hardly any would be left to be eligible: low draws come often. */
const entriesOf = (form: CompiledForm, draw: Draw): Readonly<Record<string, Entry>> =>
  Object.fromEntries(
    form.items.flatMap((item) => {
      const entry = draw.chance(0.9) ? entryOf(item, draw) : undefined
      return entry === undefined ? [] : [[item.id, entry]]
    }),
  )

function entryOf(item: CompiledItem, draw: Draw): Entry {
  if (draw.chance(0.12)) return { absent: draw.one(absenceReasons) }
  if (item.codes !== undefined) return typed(draw.one(Object.keys(item.codes)))
  switch (item.type) {
    case 'number':
    case 'laboratory':
      return numberOf(item, draw)
    case 'date':
      return typed(isoOf(dayNumber(today) - daysAgo(draw)).slice(0, item.partial ? draw.one([4, 7, 10, 10]) : 10))
    case 'time':
      return typed('14:05')
    case 'repeat': {
      const rows = Array.from({ length: draw.below(4) }, (_, index) => ({
        id: `r${index}`,
        cells: Object.fromEntries(
          (item.columns ?? []).filter(() => draw.chance(0.9)).map((column) => [column.id, entryOf(column, draw)]),
        ),
      }))
      return { typed: '', value: { rows, complete: draw.chance(0.8) } }
    }
    default:
      return typed('text')
  }
}

const typed = (value: string): Entry => ({ typed: value, value })

/** Last weeks, last months, a lifetime. */
const daysAgo = (draw: Draw): number => draw.below(draw.one([60, 400, 25_000]))

function numberOf({ range, decimals, units }: CompiledItem, draw: Draw): Entry {
  const [low, high] = range ?? [0, 120]
  const whole = low + draw.below(Math.max(1, Math.floor(high - low)) + 1)
  const value = decimals === 0 ? whole : whole + draw.below(10) / 10
  const unit = draw.one(Object.keys(units ?? {}))
  if (draw.chance(0.9)) return { typed: String(value), value, unit }
  return { typed: '', value: draw.chance(0.5) ? { below: value } : { above: value }, unit }
}
