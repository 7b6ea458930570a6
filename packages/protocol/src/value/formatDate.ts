import type { Language } from '../text.ts'

export const englishMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/**
 * A date as known, `2026-11-22`, `2026-11` or `2026`: 22 Nov 2026, Nov 2026, 2026 in English; 22.11.2026, 11.2026, 2026
 * in Norwegian.
 */
export function formatDate(partial: string, language: Language): string {
  const [year = '', month, day] = partial.split('-')
  if (language === 'nb') return [day, month, year].filter((part) => part !== undefined).join('.')
  return [day && Number(day), month && englishMonths[Number(month) - 1], year]
    .filter((part) => part !== undefined)
    .join(' ')
}
