import {
  absenceReasons,
  dayNumber,
  isoOf,
  everyNode,
  type CompiledItem,
  type Entry,
  type Facts,
  type FilledForm,
  type LaboratoryRange,
  type Study,
} from '@trialwright/protocol'
import { pick, whole, type Random } from '../random.ts'
import { healthyEntry, limits } from './healthy.ts'

/*
 * Invented people. `noise` is the share of answers that are not a healthy person's but anything the item allows:
 * another code, a number near a limit, below what the method measures, in another unit, half a date, a reason for
 * its absence, or nothing.
 */

export interface Population {
  person(random: Random, noise: number): Facts
}

/** Codes on both sides of what criteria ask, and some known to a higher level only. */
const classes = [
  'N02AA05',
  'N02A',
  'N02',
  'N',
  'N02AX02',
  'N02AJ06',
  'H02AB06',
  'H',
  'L04AX03',
  'L04',
  'M01AE01',
] as const

const earliest = dayNumber('2026-01-01')

export function populationOf(study: Study): Population {
  const { compiled } = study
  const nodes = compiled.criteria.flatMap(({ holds, appliesTo }) => (appliesTo ? [holds, appliesTo] : [holds]))
  const opened = nodes.flatMap((node) => [...everyNode(node)])
  const thresholds = opened.flatMap((node) => (node.kind === 'constant' ? [node.value] : []))
  // Only forms some criterion reads; the instruments of the two scores are read through them.
  const read = new Set([...opened.flatMap((node) => ('form' in node ? [node.form] : [])), 'nrs', 'odi'])
  const forms = compiled.forms.filter(({ id }) => read.has(id))
  const ranges = rangesOf(study)
  const isRead = (form: string, item: string) =>
    study.slotOf(form, item) >= 0 || study.slotOf(form, item, { encounter: 'screening' }) >= 0

  return {
    person(random, noise) {
      const today = earliest + whole(random, 0, 700)
      const female = random() < 0.6
      const filled = forms.flatMap((form): readonly FilledForm[] => {
        const women = form.id === 'childbearing' || form.id === 'contraception' || form.id === 'pregnancyTest'
        if (women && !female && random() >= noise) return []
        const fill = (encounter: string, date: string, share: number): FilledForm => ({
          form: form.id,
          encounter,
          date,
          ...(form.laboratory && random() >= noise / 4 ? { laboratory: 'north' } : {}),
          entries: Object.fromEntries(
            form.items.flatMap((item) => {
              if (!isRead(form.id, item.id) || random() >= share) return []
              const entry =
                form.id === 'demography' && item.id === 'sex' && random() >= noise / 4
                  ? { typed: '', value: female ? 'female' : 'male' }
                  : random() < noise
                    ? anyEntry(random, item, today, thresholds, limits[`${form.id}.${item.id}`])
                    : healthyEntry(random, form.id, item, today)
              return entry === undefined ? [] : [[item.id, entry]]
            }),
          ),
        })
        const first = fill('screening', isoOf(today - whole(random, 1, 20)), 1)
        return random() < noise ? [first, fill('day0', isoOf(today), 0.5)] : [first]
      })
      return {
        today: isoOf(today),
        events: random() < noise / 4 ? {} : { consent: isoOf(today - whole(random, 0, 30)) },
        forms: filled,
        ranges,
      }
    },
  }
}

function anyEntry(
  random: Random,
  item: CompiledItem,
  today: number,
  thresholds: readonly number[],
  limit: readonly [number, number] | undefined,
): Entry | undefined {
  const chance = random()
  if (chance < 0.15) return undefined
  if (chance < 0.3) return { absent: pick(random, absenceReasons) }
  switch (item.type) {
    case 'number':
    case 'laboratory':
      return anyNumber(random, item, limit ?? thresholds)
    case 'date':
      return anyDate(random, item, today)
    case 'repeat':
      return anyRows(random, item, today, thresholds)
    case 'coded':
    case 'yesNo': {
      const code = pick(random, Object.keys(item.codes ?? {}))
      return { typed: code, value: code }
    }
    default: {
      const text = item.classification === undefined ? 'x' : pick(random, classes)
      return { typed: text, value: text }
    }
  }
}

function anyNumber(random: Random, item: CompiledItem, thresholds: readonly number[]): Entry {
  const [least, most] = item.range ?? [0, 100]
  const near = thresholds.filter((value) => value >= least && value <= most)
  const wanted =
    near.length > 0 && random() < 0.7 ? pick(random, near) + whole(random, -1, 1) : whole(random, least, most)
  const inUnit = Math.min(most, Math.max(least, wanted))
  const [unit, { factor, offset }] = pick(random, Object.entries(item.units ?? {}))
  const value = (inUnit - offset) / factor
  const chance = random()
  const censored = chance < 0.08 ? { below: value } : chance < 0.16 ? { above: value } : value
  return { typed: String(value), value: censored, unit }
}

/** Near today, near a year ago, or long ago; half known where the item allows it. */
function anyDate(random: Random, item: CompiledItem, today: number): Entry {
  const back = pick(random, [0, 28, 182, 365, 366, whole(random, 0, 1200), whole(random, 6000, 27000)])
  const ahead = item.future === true && random() < 0.6
  const day = isoOf(ahead ? today + whole(random, 0, 300) : today - back - whole(random, 0, 2))
  const value = item.partial === true ? day.slice(0, pick(random, [10, 10, 7, 4])) : day
  return { typed: value, value }
}

function anyRows(random: Random, item: CompiledItem, today: number, thresholds: readonly number[]): Entry {
  const rows = Array.from({ length: whole(random, 0, 3) }, (_, index) => ({
    id: `r${index}`,
    cells: Object.fromEntries(
      (item.columns ?? []).flatMap((column) => {
        const entry = anyEntry(random, column, today, thresholds, undefined)
        return entry === undefined ? [] : [[column.id, entry]]
      }),
    ),
  }))
  return { typed: '', value: { rows, complete: random() < 0.8 } }
}

/** One laboratory, with limits that change with sex; two of its tests have no lower limit. */
const rangesOf = (study: Study): readonly LaboratoryRange[] =>
  Object.entries(limits).flatMap(([path, [low, high]]) => {
    const [form = '', item = ''] = path.split('.')
    const { unit = '' } = study.item(form, item)
    const common = { laboratory: 'north', form, item, fromAge: 18, toAge: 150, from: '2020-01-01', unit }
    const lowest = item === 'creatinine' || item === 'asat' ? {} : { low }
    return [
      { ...common, sex: 'female' as const, ...lowest, high: high - 1 },
      { ...common, sex: 'male' as const, ...lowest, high },
    ]
  })
