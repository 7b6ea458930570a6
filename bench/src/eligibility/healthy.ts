import { isoOf, type CompiledItem, type Entry } from '@trialwright/protocol'
import { pick, whole, type Random } from '../random.ts'

/*
 * What a person who may take part would answer: the answer that says nothing is wrong, item by item, from the item's
 * own codes where these say it, else from here.
 */

const codes: Readonly<Record<string, string>> = {
  'demography.understandsSpoken': 'yes',
  'demography.understandsWritten': 'yes',
  'childbearing.menarche': 'yes',
  'contraception.agrees': 'yes',
  'contraception.method': 'oral',
  'painHistory.mainSite': 'lowBack',
  'chestXray.result': 'normal',
}

const numbers: Readonly<Record<string, readonly [number, number]>> = {
  'painHistory.daysWithPain': [60, 100],
  'nrs.now': [4, 8],
  'nrs.worst': [6, 10],
  'nrs.usual': [5, 8],
  'vitals.temperature': [36, 37],
  'vitals.weight': [55, 110],
}

/** Limits invented for the bench's one laboratory; a healthy value lies in the middle of them. */
export const limits: Readonly<Record<string, readonly [number, number]>> = {
  'laboratory.haemoglobin': [117, 170],
  'laboratory.platelets': [145, 390],
  'laboratory.leucocytes': [3.5, 11],
  'laboratory.neutrophils': [1.7, 8.2],
  'laboratory.asat': [15, 45],
  'laboratory.alat': [10, 70],
  'laboratory.creatinine': [45, 105],
}

/** Days before today. */
const dates: Readonly<Record<string, readonly [number, number]>> = {
  'demography.birthDate': [25 * 365, 60 * 365],
  'painHistory.onset': [400, 4000],
  'childbearing.lastMenses': [1, 40],
}

const rowsOf: Readonly<Record<string, readonly Readonly<Record<string, Entry>>[]>> = {
  'medications.list': [
    { atc: coded('N02BE01'), route: coded('oral'), daysPerWeek: number(4), ongoing: coded('yes') },
    { atc: coded('M01AE01'), route: coded('oral'), daysPerWeek: number(2), ongoing: coded('no') },
  ],
  'backSurgery.operations': [],
  'vaccines.list': [],
  'mriReading.endplates': [
    { primaryType: coded('type2'), secondaryType: coded('none'), height: number(15) },
    { primaryType: coded('type1'), secondaryType: coded('type2'), height: number(30) },
    { primaryType: coded('none'), secondaryType: coded('none'), height: number(0) },
  ],
}

function coded(value: string): Entry {
  return { typed: value, value }
}
function number(value: number): Entry {
  return { typed: String(value), value }
}

/** Undefined where a healthy person has nothing to say: the list of what they never had. */
export function healthyEntry(random: Random, form: string, item: CompiledItem, today: number): Entry | undefined {
  const path = `${form}.${item.id}`
  switch (item.type) {
    case 'number':
    case 'laboratory': {
      const [low, high] = numbers[path] ?? middleOf(limits[path] ?? item.range ?? [0, 1])
      return number(whole(random, Math.ceil(low), Math.floor(high)))
    }
    case 'date': {
      const [least, most] = dates[path] ?? []
      if (least === undefined || most === undefined) return undefined
      return coded(isoOf(today - whole(random, least, most)))
    }
    case 'repeat': {
      const rows = rowsOf[path]
      if (rows === undefined) return undefined
      return { typed: '', value: { rows: rows.map((cells, index) => ({ id: `r${index}`, cells })), complete: true } }
    }
    default: {
      const known = Object.keys(item.codes ?? {})
      if (path === 'demography.sex' || form === 'odi')
        return coded(pick(random, form === 'odi' ? ['1', '2', '3'] : known))
      return coded(codes[path] ?? ['none', 'negative', 'no'].find((code) => known.includes(code)) ?? known[0] ?? '')
    }
  }
}

const middleOf = ([low, high]: readonly [number, number]): readonly [number, number] => [
  low + (high - low) * 0.3,
  low + (high - low) * 0.7,
]
