import { instantOf, type Language, localTime } from '@trialwright/protocol'

const locale = { en: 'en-GB', nb: 'nb-NO' } as const
export const localeOf = (language: Language): string => locale[language]

const months = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  nb: [],
} as const

/** A calendar day or a part of one: `2018-05-22` → `22 May 2018` or `22.05.2018`; `2018-05` → `May 2018` or `05.2018`. */
export function formatDay(iso: string, language: Language): string {
  const [year, month, day] = iso.slice(0, 10).split('-')
  if (year === undefined) return iso
  if (language === 'nb') return [day, month, year].filter(Boolean).join('.')
  const name = month === undefined ? undefined : months.en[Number(month) - 1]
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ')
}

/** Day and month only, for axes: `22 May`, `22.05.` */
export function formatDayShort(iso: string, language: Language): string {
  const [, month = '', day = ''] = iso.split('-')
  return language === 'nb' ? `${day}.${month}.` : `${Number(day)} ${months.en[Number(month) - 1] ?? ''}`
}

/** An instant in the zone of a site, `22 Nov 2026, 14:05`. */
export function formatInstant(iso: string, language: Language, timeZone: string): string {
  const instant = instantOf(iso)
  if (instant === undefined) return iso
  const [day = '', time] = localTime(instant, timeZone).split('T')
  return `${formatDay(day, language)}, ${time}`
}

export const formatNumber = (value: number, language: Language, decimals?: number): string =>
  new Intl.NumberFormat(localeOf(language), {
    maximumFractionDigits: decimals ?? 2,
    minimumFractionDigits: decimals,
    useGrouping: Math.abs(value) >= 10_000,
  }).format(value)
