import type { Language, Study, Text } from '@trialwright/protocol'
import { remembered } from '../remembered.ts'
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

/** The rows asked for, in the language their words are read in. */
export function fitting(
  study: Study,
  rows: readonly ParticipantSummary[],
  { text, status, attention }: ListFilter,
  language: Language,
): readonly ParticipantSummary[] {
  const words = text === undefined ? [] : text.toLowerCase().split(/\s+/)
  const shown = words.length === 0 ? [] : textsOf(rows, study)
  return rows.filter(
    (row, at) =>
      (status === undefined || row.status === status) &&
      (attention !== true || needsAttention(row)) &&
      words.every((word) => shown[at]![language].includes(word)),
  )
}

/** What is told of a list as a whole. */
export const tallyOf = remembered((rows: readonly ParticipantSummary[]) => ({
  all: rows.length,
  attention: rows.filter(needsAttention).length,
  sites: [...new Set(rows.map(({ site }) => site))],
  statuses: [...new Set(rows.map(({ status }) => status))],
}))

const textsOf = remembered((rows: readonly ParticipantSummary[], study: Study) =>
  rows.map((row) => shownIn(study, row)),
)

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
