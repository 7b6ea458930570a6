import type { Text } from '../text.ts'
import { formatNumber } from '../value/formatNumber.ts'
import type { Scope } from './meaning.ts'
import type { CodedItem, ConditionNode, DateItem, Duration, NumberItem, NumberNode, Occurrence } from './nodes.ts'

/* How expressions are said, in both languages at once, so that neither is forgotten. */

export const numberWords = (value: number): Text => ({ en: formatNumber(value, 'en'), nb: formatNumber(value, 'nb') })

/** UCUM codes a reader would not know, and how the field writes them. */
const units: Readonly<Record<string, { one: Text; many: Text }>> = {
  a: { one: { en: ' year', nb: ' år' }, many: { en: ' years', nb: ' år' } },
  mo: { one: { en: ' month', nb: ' måned' }, many: { en: ' months', nb: ' måneder' } },
  wk: { one: { en: ' week', nb: ' uke' }, many: { en: ' weeks', nb: ' uker' } },
  d: { one: { en: ' day', nb: ' dag' }, many: { en: ' days', nb: ' dager' } },
  '{score}': { one: { en: '', nb: '' }, many: { en: '', nb: '' } },
  '%': { one: { en: '%', nb: ' %' }, many: { en: '%', nb: ' %' } },
  Cel: { one: { en: ' °C', nb: ' °C' }, many: { en: ' °C', nb: ' °C' } },
  '10*9/L': { one: { en: ' × 10⁹/L', nb: ' × 10⁹/L' }, many: { en: ' × 10⁹/L', nb: ' × 10⁹/L' } },
  'umol/L': { one: { en: ' µmol/L', nb: ' µmol/L' }, many: { en: ' µmol/L', nb: ' µmol/L' } },
  'd/wk': { one: { en: ' day a week', nb: ' dag i uken' }, many: { en: ' days a week', nb: ' dager i uken' } },
  'mg/{vial}': {
    one: { en: ' mg per vial', nb: ' mg per hetteglass' },
    many: { en: ' mg per vial', nb: ' mg per hetteglass' },
  },
  '{vial}': { one: { en: ' vial', nb: ' hetteglass' }, many: { en: ' vials', nb: ' hetteglass' } },
}

/** A unit as people write it, with the space that goes before it. */
export function unitWords(unit: string, value = 2): Text {
  const known = units[unit]
  if (known === undefined) return { en: ` ${unit}`, nb: ` ${unit}` }
  return value === 1 ? known.one : known.many
}

export function quantityWords(value: number, unit: string): Text {
  const number = numberWords(value)
  const words = unitWords(unit, value)
  return { en: number.en + words.en, nb: number.nb + words.nb }
}

export const durationWords = ({ value, unit }: Duration): Text => quantityWords(value, unit)

export function stateItem(node: NumberItem | CodedItem | DateItem, scope: Scope): Text {
  const { label } = scope.item(node.form, node.item, node.group)
  return occurrenceWords(label, node.at, scope)
}

export function stateGroup(node: { form: string; group: string; at: Occurrence }, scope: Scope): Text {
  return occurrenceWords(scope.item(node.form, node.group).label, node.at, scope)
}

const visits = {
  thisVisit: { en: 'at this visit', nb: 'ved dette besøket' },
  previousVisit: { en: 'at the visit before', nb: 'ved forrige besøk' },
} as const

function occurrenceWords(label: Text, at: Occurrence, scope: Scope): Text {
  if (at === 'latest') return label
  const when = typeof at === 'object' ? scope.encounterTitle(at.encounter) : visits[at]
  return { en: `${label.en} (${when.en})`, nb: `${label.nb} (${when.nb})` }
}

export function codeWords(node: CodedItem, codes: readonly string[], scope: Scope): Text {
  const item = scope.item(node.form, node.item, node.group)
  const titles = codes.map((code) => item.codes?.[code] ?? { en: code, nb: code })
  return { en: titles.map((t) => t.en).join(' or '), nb: titles.map((t) => t.nb).join(' eller ') }
}

export function joined(parts: readonly ConditionNode[], word: Text, scope: Scope): Text {
  if (parts.length === 1) return scope.state(parts[0] as ConditionNode)
  const texts = parts.map((part) => grouped(part, scope))
  return { en: texts.map((t) => t.en).join(` ${word.en} `), nb: texts.map((t) => t.nb).join(` ${word.nb} `) }
}

/** In brackets where it holds an “and” or “or” of its own, so that it reads in one way only. */
export function grouped(part: ConditionNode, scope: Scope): Text {
  const text = scope.state(part)
  const several = (part.kind === 'all' || part.kind === 'any') && part.of.length > 1
  return several || (part.kind === 'oneOf' && part.codes.length > 1) ? bracketed(text) : text
}

const bracketed = ({ en, nb }: Text): Text => ({ en: `(${en})`, nb: `(${nb})` })

/** An operand, in brackets where the sign beside it would seem to take a part of it. */
export function operand(node: NumberNode, scope: Scope): Text {
  const text = scope.state(node)
  const open = node.kind === 'sum' || node.kind === 'mean' || node.kind === 'roundedUp' || isAdded(node)
  return open ? bracketed(text) : text
}

const isAdded = (node: NumberNode): boolean =>
  node.kind === 'arithmetic' && (node.operator === 'plus' || node.operator === 'minus')

/** Few enough to be read out; of more, how many they are. */
const mostListed = 5

export function listed(parts: readonly NumberNode[], scope: Scope): Text {
  if (parts.length > mostListed) return { en: `${parts.length} answers`, nb: `${parts.length} svar` }
  const texts = parts.map((part) => scope.state(part))
  const list = (each: readonly string[], and: string) => {
    const between = each.some((text) => text.includes(',')) ? '; ' : ', '
    return each.length < 2 ? each.join('') : `${each.slice(0, -1).join(between)} ${and} ${each.at(-1)}`
  }
  return {
    en: list(
      texts.map((t) => t.en),
      'and',
    ),
    nb: list(
      texts.map((t) => t.nb),
      'og',
    ),
  }
}
