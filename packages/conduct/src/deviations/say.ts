import { formatDate, formatNumber, type Text } from '@trialwright/protocol'

export const text = (en: string, nb: string): Text => ({ en, nb })
export const on = (day: string): Text => text(formatDate(day, 'en'), formatDate(day, 'nb'))
export const number = (value: number): Text => text(formatNumber(value, 'en'), formatNumber(value, 'nb'))
