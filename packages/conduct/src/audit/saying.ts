import type { Study, Text } from '@trialwright/protocol'

/* Words for events whose members are read as they were stored. */

/** An event of the open log that concerns no participant's course; members as stored, so each is looked at before it is said. */
export type OtherEvent = Readonly<Record<string, unknown>> & { readonly type: string }

export type Say = (event: OtherEvent, study: Study) => Text

export const text = (en: string, nb: string): Text => ({ en, nb })
export const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
export const colon = (value: unknown): string => (word(value) === '' ? '' : `: ${word(value)}`)

export const siteTitle = (study: Study, site: unknown): Text =>
  study.compiled.sites.find(({ id }) => id === site)?.title ?? text(word(site), word(site))
