import type { Study } from '@trialwright/protocol'
import type { Asking } from '../participant/asking.ts'
import { firstOf } from '../firstOf.ts'
import type { ParticipantSummary } from '../participant/types.ts'
import { remembered } from '../remembered.ts'
import type { StudyState } from '../study/state.ts'
import { closuresOf, type ClosureHere, sayClosed } from './closed.ts'
import { covers, type Extent, sayExtent } from './extent.ts'
import { lineIds, lineTitle, type OpenLine, together } from './open.ts'
import type { Closure, Correction } from './state.ts'
import type { ClosureView, CorrectionView, LocksView } from './types.ts'

/** What closes the extent, and what is closed within it, the widest first. */
export function closureViews(asking: Asking, extent: Extent = {}): readonly ClosureView[] {
  const outer = closuresOf(asking, extent)
  const inner = Object.values(asking.state.locks.closed)
    .filter((each) => covers(extent, each.extent) && !covers(each.extent, extent))
    .map(({ extent: of, ...closure }): ClosureHere => ({ ...closure, of }))
  return [...outer, ...inner].map((closure) => closureView(asking, closure))
}

function closureView(asking: Asking, { of, kind, at, by, reason }: ClosureHere): ClosureView {
  const place = typeof of === 'string' ? {} : of
  return {
    level: typeof of === 'string' ? of : levelOf(of),
    ...place,
    what: sayClosed(asking, of),
    kind,
    at,
    by: by.name,
    reason: asking.context.actor.role === 'mriReader' && place.form === undefined ? '' : reason,
  }
}

const levelOf = ({ encounter, form, item }: Extent): ClosureView['level'] => {
  if (item !== undefined) return 'item'
  if (form !== undefined) return 'form'
  return encounter === undefined ? 'participant' : 'visit'
}

export const correctionViews = ({ study, state }: Asking): readonly CorrectionView[] =>
  Object.values(state.locks.corrections).map((correction) => correctionView(study, correction))

const correctionView = (study: Study, { encounter, form, at, by, reason, approved }: Correction): CorrectionView => ({
  encounter,
  form,
  what: sayExtent(study, { encounter, form }) ?? { en: form, nb: form },
  at,
  by: by.name,
  reason,
  ...(approved ? { approved: { at: approved.at, by: approved.by.name } } : {}),
})

const most = 100

/** The page of locks and its checklist, made from the list's rows alone. */
export function locksView(
  study: Study,
  state: StudyState,
  rows: readonly ParticipantSummary[],
  acts: (site?: string) => number = () => 0,
): LocksView {
  const { closed, locked, unlockProposed } = state
  const { bySite, first } = countedIn(rows)
  const sites = study.compiled.sites.map(({ id: site, title }) => {
    const own = bySite.get(site)
    const closure = closed?.sites[site]
    return {
      site,
      title,
      ...(closure ? { closed: shown(closure) } : {}),
      participants: own?.participants ?? 0,
      open: withActs(own?.open ?? [], acts(site)),
    }
  })
  return {
    lines: lineIds.map((line) => ({ line, title: lineTitle(line) })),
    open: openOf(rows, acts()),
    ...(closed?.study ? { closed: shown(closed.study) } : {}),
    ...(locked ? { locked: signed(locked) } : {}),
    ...(unlockProposed ? { unlockProposed: signed(unlockProposed) } : {}),
    unblinded: state.unblinded !== undefined,
    sites,
    participants: first.map(({ code, site, open = [] }) => ({ code, site, open })),
  }
}

/** What is open in the data of these participants, and of the acts at their sites that nothing stands behind. */
export const openOf = (rows: readonly ParticipantSummary[], acts = 0): readonly OpenLine[] =>
  withActs(countedIn(rows).all, acts)

/** What of the page follows from the list's rows, counted once for as long as none of them changes. */
const countedIn = remembered((rows: readonly ParticipantSummary[]) => {
  const count = (own: readonly ParticipantSummary[]) => together(own.map(({ open = [] }) => open))
  const isOpen = rows.filter(({ open = [] }) => open.length > 0)
  return {
    all: count(rows),
    bySite: new Map(
      [...Map.groupBy(rows, ({ site }) => site)].map(([site, own]) => [
        site,
        { participants: own.length, open: count(own) },
      ]),
    ),
    first: firstOf(isOpen, most, (a, b) => (a.code < b.code ? -1 : 1)),
  }
})

const withActs = (open: readonly OpenLine[], acts: number): readonly OpenLine[] =>
  together([open, [{ line: 'actsNotCovered', count: acts }]])

const shown = ({ kind, at, by, reason }: Closure) => ({ kind, at, by: by.name, reason })

const signed = ({ at, by, note }: NonNullable<StudyState['locked']>) => ({ at, by: by.name, note })
