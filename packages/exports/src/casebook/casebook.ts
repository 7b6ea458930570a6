import {
  type AuditRow,
  type Context,
  formView,
  type ParticipantState,
  participantView,
  statusNames,
  unscheduledVisits,
  type ScheduledEncounter,
} from '@trialwright/conduct'
import { formatDate, type Language, type Study } from '@trialwright/protocol'
import { itemPart, licence } from './items.ts'
import { queryParts } from './queries.ts'
import { reviewed, signed } from './signatures.ts'
import { roleName } from './names.ts'
import type { AuditLine, Casebook, Fact, FormPart, Part } from './types.ts'
import { fill, type Word, words } from './words.ts'

export interface CasebookOf {
  readonly study: Study
  readonly definitionHash: string
  readonly state: ParticipantState
  /** Who reads: the casebook holds what that role may see. */
  readonly context: Context
  /** The participant's trail as that role may see it, oldest first. */
  readonly audit: readonly (AuditRow & { readonly leafHash?: string })[]
  readonly language: Language
}

/** Everything recorded of a participant, as the reader may see it. */
export function casebook(of: CasebookOf): Casebook {
  const { study, state, context, language } = of
  const page = participantView(study, state, context)
  const earlier = state.earlier.flatMap(({ encounters, forms }, index): readonly Part[] =>
    // A query is about a place, and stands once, with the place as it counts now.
    encounterParts(of, { ...state, encounters, forms, queries: {} }, page.schedule).map((part) => ({
      ...part,
      title: `${fill(words.earlier[language], { n: index + 1 })}: ${part.title}`,
    })),
  )
  return {
    ...frame(of),
    title: words.casebook[language],
    site: page.site.title[language],
    participant: page.code,
    facts: frontOf(of, page),
    parts: [...earlier, ...encounterParts(of, state, [...page.schedule, ...page.logs], true)],
    signatures: [...signed(of), ...reviewed(of)],
    audit: of.audit.map((row) => auditLine(row, language)),
  }
}

export const frame = ({
  study,
  definitionHash,
  language,
}: Pick<CasebookOf, 'study' | 'definitionHash' | 'language'>) => ({
  format: 'trialwright-casebook-1' as const,
  language,
  study: {
    id: study.compiled.id,
    title: study.compiled.title[language],
    version: study.compiled.version,
    registry: study.compiled.registry.id,
    definitionHash,
  },
})

function frontOf(of: CasebookOf, page: ReturnType<typeof participantView>): readonly Fact[] {
  const { language, context } = of
  const say = (word: Word, text: string): Fact => ({ label: words[word][language], text })
  const on = (day: string) => formatDate(day, language)
  const { consent, screening, randomised, treatment } = page
  return [
    say('status', statusNames[page.status][language]),
    ...consent.given.map(({ title, day, by }) => say('consent', `${title[language]}, ${on(day)} (${by.name})`)),
    ...(consent.withdrawn ? [say('withdrawn', `${on(consent.withdrawn.day)}: ${consent.withdrawn.reason}`)] : []),
    ...(screening.confirmed
      ? [say('eligibility', `${on(screening.confirmed.day)}, ${screening.confirmed.signature.printedName}`)]
      : []),
    ...(screening.failed
      ? [
          say(
            'screenFailure',
            [on(screening.failed.day), ...screening.failed.criteria, screening.failed.note].join(', '),
          ),
        ]
      : []),
    ...(randomised ? [say('randomised', `${randomised.number}, ${on(randomised.day)}`)] : []),
    ...(treatment.stopped ? [say('stopped', `${on(treatment.stopped.day)}: ${treatment.stopped.reason}`)] : []),
    say('made', context.now),
    say('madeBy', `${context.actor.printedName}, ${roleName(context.actor.role)[language]}. ${words.sight[language]}.`),
  ]
}

function encounterParts(
  of: CasebookOf,
  state: ParticipantState,
  schedule: readonly ScheduledEncounter[],
  all = false,
): readonly Part[] {
  const { study, language } = of
  // Logs go on through every screening, and stand once.
  const logs = all ? study.logs : []
  const encounters = [...study.compiled.encounters, ...unscheduledVisits(study, state), ...logs]
  return encounters.flatMap((encounter): readonly Part[] => {
    const planned = schedule.find(({ id }) => id === encounter.id)
    const forms = encounter.forms.flatMap((form) => formPart(of, state, planned, encounter.id, form) ?? [])
    if (planned?.state === 'notApplicable' && forms.every(({ items }) => items.length === 0)) return []
    if (!all && forms.every(({ items }) => items.length === 0)) return []
    return [
      {
        encounter: encounter.id,
        title: encounter.title[language],
        facts: all ? visitFacts(planned, language) : [],
        forms,
      },
    ]
  })
}

function visitFacts(planned: ScheduledEncounter | undefined, language: Language): readonly Fact[] {
  if (planned === undefined) return []
  const { day, reason } = planned
  return [
    ...(day === undefined ? [] : [{ label: words.day[language], text: formatDate(day, language) }]),
    ...(reason === undefined ? [] : [{ label: words.reason[language], text: reason }]),
  ]
}

/** Undefined where the reader sees nothing of the form, or it asks nothing of this participant; without items until it is filled in. */
function formPart(
  of: CasebookOf,
  state: ParticipantState,
  planned: ScheduledEncounter | undefined,
  encounter: string,
  id: string,
): FormPart | undefined {
  const { study, context, language } = of
  const view = formView(study, state, encounter, id, context)
  if (view === undefined) return undefined
  const form = study.form(id)
  const filled = view.version > 0
  if (!filled && view.queries.length === 0 && planned && !planned.forms.some((one) => one.form === id)) return undefined
  return {
    form: id,
    title: form.title[language],
    facts: [
      ...(view.day === undefined ? [] : [{ label: words.day[language], text: formatDate(view.day, language) }]),
      ...(view.laboratory === undefined ? [] : [{ label: words.laboratory[language], text: view.laboratory }]),
    ],
    ...licence(form, language),
    items: filled
      ? view.items.flatMap((each) => {
          const item = form.items.find((one) => one.id === each.item)
          return item ? [itemPart(item, each, language)] : []
        })
      : [],
    queries: queryParts(form, view, language),
  }
}

const auditLine = (
  { position, at, by, what, changes, leafHash }: AuditRow & { readonly leafHash?: string },
  language: Language,
): AuditLine => ({
  position,
  at,
  by: by.name,
  role: roleName(by.role)[language],
  what: what[language],
  changes: changes.map(({ label, from, to, reason }) => ({
    label: label[language],
    ...(from && { from: from[language] }),
    to: to[language],
    ...(reason !== undefined && { reason }),
  })),
  ...(leafHash !== undefined && { leafHash }),
})
