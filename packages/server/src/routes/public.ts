import { overview, type StudyState } from '@trialwright/conduct'
import { loadMany } from '@trialwright/records'
import { definitionFor } from '../definition.ts'
import { studyStreams } from '../http/access.ts'
import { timeZoneOf } from '../http/call.ts'
import type { OpenStudy, Ports } from '../ports.ts'
import { notFound } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { NoParams, StudyParams } from '../schemas/params.ts'
import { PublicStudies, PublicStudy } from '../schemas/study.ts'
import { studyStateOf } from '../study-state.ts'
import { summaries } from '../summaries.ts'
import { openRoute } from './route.ts'

export const publicRoutes = [
  openRoute({
    id: 'publicStudies',
    method: 'GET',
    path: '/api/public/studies',
    title: 'Studies of this server',
    process: 'public',
    access: { kind: 'public' },
    door: 'none',
    params: NoParams,
    response: PublicStudies,
    handle: ({ ports }) =>
      ok({
        mode: ports.mode,
        studies: [...ports.studies.values()].map(({ compiled: { id, title, summary, registry } }) => ({
          id,
          title,
          summary,
          registry: registry.id,
        })),
      }),
  }),
  openRoute({
    id: 'publicStudy',
    method: 'GET',
    path: '/api/public/studies/:study',
    title: 'A study for everybody: its definition without what the blind hides, and how far recruitment is',
    process: 'public',
    access: { kind: 'public' },
    door: 'none',
    params: StudyParams,
    response: PublicStudy,
    async handle({ ports, params }) {
      const study = ports.studies.get(params.study)
      if (!study) return refuse(404, notFound)
      return ok(await publicPage(ports, study))
    },
  }),
]

/** Totals are counted anew at most every ten seconds, however many strangers look. */
const shelf = new WeakMap<OpenStudy, { readonly until: number; readonly totals: ReturnType<typeof count> }>()

async function publicPage(ports: Ports, study: OpenStudy) {
  const now = performance.now()
  let held = shelf.get(study)
  if (!held || held.until < now) {
    held = { until: now + 10_000, totals: count(ports, study) }
    shelf.set(study, held)
    held.totals.catch(() => shelf.delete(study))
  }
  const { state, sites, randomised } = await held.totals
  return {
    hash: study.hash,
    mode: ports.mode,
    today: ports.clock.today(timeZoneOf(study.compiled)),
    open: state.opened !== undefined,
    commitment: state.sealed?.commitment,
    recruitment: { target: study.compiled.target, randomised, sites },
    definition: definitionFor(study.compiled, 'public'),
  }
}

async function count(ports: Ports, study: OpenStudy) {
  const [streams, rows] = await Promise.all([
    loadMany(ports.pools.blinded, study.id, studyStreams),
    summaries(ports, study),
  ])
  const state: StudyState = studyStateOf(streams)
  const { randomised, sites } = overview(study.study, state, rows, ports.clock.today(timeZoneOf(study.compiled)))
  return {
    state,
    randomised,
    sites: sites.map(({ site, title, opened, randomised }) => ({
      site,
      title,
      open: opened !== undefined,
      randomised,
    })),
  }
}
