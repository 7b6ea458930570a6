import type { Language, Study, Text } from '@trialwright/protocol'
import { statusNames } from './statusNames.ts'
import type { ParticipantStatus, ParticipantSummary } from './types.ts'

/** What the list of participants is asked for; each absent member asks for all. */
export interface ListFilter {
  /** Words, each of which must occur in what the row shows: code, status, next visit, site. */
  readonly text?: string | undefined
  readonly status?: ParticipantStatus | undefined
  readonly attention?: boolean | undefined
}

export const needsAttention = (row: ParticipantSummary): boolean =>
  row.overdue > 0 || row.held || row.reconsentDue || row.nextDue?.state === 'overdue'

/** Whether a row is among those asked for, in the language its words are read in. */
export function fits(study: Study, row: ParticipantSummary, filter: ListFilter, language: Language): boolean {
  if (filter.status !== undefined && row.status !== filter.status) return false
  if (filter.attention === true && !needsAttention(row)) return false
  if (filter.text === undefined) return true
  const words = filter.text.toLowerCase().split(/\s+/)
  const shown = shownIn(study, row)[language]
  return words.every((word) => shown.includes(word))
}

const shownTexts = new WeakMap<ParticipantSummary, Text>()

/** The row's words as they are searched; kept as long as the row, since a list is filtered with every key pressed. */
function shownIn({ compiled }: Study, row: ParticipantSummary): Text {
  const known = shownTexts.get(row)
  if (known) return known
  const site = compiled.sites.find(({ id }) => id === row.site)?.title
  const of = (language: Language): string =>
    [row.code, statusNames[row.status][language], row.nextDue?.title[language], site?.[language]]
      .join(' ')
      .toLowerCase()
  const made = { en: of('en'), nb: of('nb') }
  shownTexts.set(row, made)
  return made
}
