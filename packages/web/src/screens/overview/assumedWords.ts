import { formatNumber, type Language, quantityWords } from '@trialwright/protocol'

/**
 * What was assumed, where it is a quantity or numbers. A word, a code or a truth value is the definition's own, in no
 * language; its title says it, so nothing is added.
 */
export function assumedWords(value: unknown, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language)
  if (Array.isArray(value)) {
    const words = value.map((one) => assumedWords(one, language))
    return words.includes('') ? '' : words.join(', ')
  }
  if (typeof value !== 'object' || value === null) return ''
  if ('value' in value && typeof value.value === 'number' && 'unit' in value)
    return quantityWords(value.value, String(value.unit))[language]
  return ''
}
