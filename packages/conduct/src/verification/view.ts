import type { CompiledItem, Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { firstOf } from '../firstOf.ts'
import { formKey, type FormState } from '../forms/state.ts'
import type { ParticipantState } from '../participant/state.ts'
import type { ParticipantSummary } from '../participant/types.ts'
import type { StudyState } from '../study/state.ts'
import { inSample, isCritical, verificationOf } from './plan.ts'
import { formProgress, plus, type Progress } from './progress.ts'
import type { ItemVerification, ParticipantVerification, VerificationPage } from './types.ts'

const none: Progress = { planned: 0, verified: 0, changed: 0 }

/** How the item's value stands; undefined while there is none. */
export function itemVerification(
  study: Study,
  state: ParticipantState,
  filled: FormState | undefined,
  item: CompiledItem,
): ItemVerification | undefined {
  const version = filled?.values[item.id]?.at(-1)?.version
  if (filled === undefined || version === undefined) return undefined
  const { encounter, form } = filled
  const verified = state.verification[formKey(encounter, form)]?.[item.id]
  return {
    version,
    standing: verificationOf(state, encounter, form, item.id),
    critical: isCritical(study.compiled, form, item.id),
    ...(verified ? { at: verified.at, by: verified.by.name } : {}),
  }
}

/** What the plan asks for of one participant, form by form. */
export function participantVerification(
  study: Study,
  state: ParticipantState,
  { studyState }: Pick<Context, 'studyState'>,
): ParticipantVerification {
  const { code, site } = state.consent
  const sampled = inSample(study.compiled, studyState, code, site)
  const order = study.compiled.encounters.map(({ id }) => id)
  const forms = Object.values(state.forms)
    .toSorted((a, b) => order.indexOf(a.encounter) - order.indexOf(b.encounter))
    .flatMap((filled) => {
      const { critical, whole } = formProgress(study, state, filled)
      const progress = sampled ? whole : critical
      if (progress.planned === 0) return []
      const { encounter, form } = filled
      const encounterTitle = study.encounter(encounter).title
      return [{ encounter, form, title: study.form(form).title, encounterTitle, ...progress }]
    })
  return { code, sampled, ...forms.reduce((sum: Progress, each) => plus(sum, each), none), forms }
}

/** The monitor's page, from the list's rows alone: every site, and the participants with most left. */
export function verificationPage(
  study: Study,
  state: StudyState,
  rows: readonly ParticipantSummary[],
  sites: readonly string[] | undefined,
): VerificationPage {
  const { compiled } = study
  const { verification } = compiled
  const bySite = new Map<string, Progress>()
  const participants = rows.flatMap(({ code, site, verification: progress }) => {
    const sampled = inSample(compiled, state, code, site)
    const own = (sampled ? progress?.whole : progress?.critical) ?? none
    bySite.set(site, plus(bySite.get(site) ?? none, own))
    return own.planned > 0 ? [{ code, site, sampled, ...own }] : []
  })
  return {
    critical: criticalOf(study),
    share: verification?.sample?.share ?? 0,
    sites: compiled.sites
      .filter(({ id }) => sites?.includes(id) ?? true)
      .map(({ id: site, title }) => ({
        site,
        title,
        share: verification?.sample?.sites?.[site] ?? verification?.sample?.share ?? 0,
        ...(bySite.get(site) ?? none),
      })),
    found: participants.length,
    participants: firstOf(participants, most, (a, b) => left(b) - left(a) || (a.code < b.code ? -1 : 1)),
  }
}

/** Participants on the page. */
const most = 100

const left = ({ planned, verified }: Progress): number => planned - verified

const criticalOf = ({ compiled }: Study): VerificationPage['critical'] =>
  compiled.forms.flatMap(({ id: form, title, items }) => {
    const own = items.filter((item) => isCritical(compiled, form, item.id))
    if (own.length === 0) return []
    return [{ form, title, items: own.length === items.length ? [] : own.map(({ label }) => label) }]
  })
