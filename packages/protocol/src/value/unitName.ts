import type { Language } from '../text.ts'

/** UCUM codes that people write otherwise; `[one, many]`. Counted things (`{score}`) are named by the item itself. */
const names: Readonly<Record<string, Readonly<Record<Language, readonly [string, string]>>>> = {
  a: { en: ['year', 'years'], nb: ['år', 'år'] },
  mo: { en: ['month', 'months'], nb: ['måned', 'måneder'] },
  wk: { en: ['week', 'weeks'], nb: ['uke', 'uker'] },
  d: { en: ['day', 'days'], nb: ['dag', 'dager'] },
  'd/wk': { en: ['day a week', 'days a week'], nb: ['dag i uken', 'dager i uken'] },
  h: { en: ['hour', 'hours'], nb: ['time', 'timer'] },
  '{vial}': { en: ['vial', 'vials'], nb: ['hetteglass', 'hetteglass'] },
  Cel: { en: ['°C', '°C'], nb: ['°C', '°C'] },
  '[degF]': { en: ['°F', '°F'], nb: ['°F', '°F'] },
  '[lb_av]': { en: ['lb', 'lb'], nb: ['pund', 'pund'] },
  'mm[Hg]': { en: ['mmHg', 'mmHg'], nb: ['mmHg', 'mmHg'] },
  '1': { en: ['', ''], nb: ['', ''] },
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A UCUM unit as people read it: `ug/L` is µg/L, `10*9/L` is 10⁹/L, `mo` is months after any number but 1. Empty for points. */
export function formatUnit(unit: string, language: Language, value?: number): string {
  const named = Object.hasOwn(names, unit) ? names[unit] : undefined
  if (named) return named[language][value === 1 ? 0 : 1]
  return unit
    .replace(/\{([^{}]*)\}/g, (_, annotation: string) =>
      /^\d/.test(annotation) ? annotation.replace('_m2', ' m²') : '',
    )
    .replace(
      /10\*(\d+)/g,
      (_, power: string) => `10${power.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? '')}`,
    )
    .replace(/\bu(?=(g|mol|L|l|m|kat)\b)/g, 'µ')
    .replace(/\[iU\]/gi, language === 'nb' ? 'IE' : 'IU')
    .replace(/[[\]]/g, '')
    .replace(/m2\b/g, 'm²')
}

/** The number's unit after it, with the space the language puts there; nothing where there is no unit to show. */
export function unitAfter(unit: string | undefined, language: Language, value?: number): string {
  const shown = unit === undefined ? '' : formatUnit(unit, language, value)
  return shown === ''
    ? ''
    : shown === '%' && language === 'en'
      ? '%'
      : shown.startsWith('10')
        ? ` × ${shown}`
        : ` ${shown}`
}
