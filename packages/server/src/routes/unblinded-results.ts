import {
  permissions,
  type RecordUnblindedForm,
  unblindedFormView,
  unblindedResults,
  viewPermissions,
} from '@trialwright/conduct'
import { recall, recallSealed } from '@trialwright/records'
import Type from 'typebox'
import { participantIn } from '../folding.ts'
import { performCodeBreak, tellArm } from '../perform-code-break.ts'
import { sealedOf } from '../perform-preparation.ts'
import { performUnblindedForm } from '../perform-unblinded-form.ts'
import { readingsPage } from '../readings.ts'
import { notFound } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { closed, maybe } from '../schemas/common.ts'
import { FormPage } from '../schemas/form.ts'
import { FormParams, ParticipantParams, StudyParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { Told, unblindingBodies, UnblindedReadings, UnblindedResults } from '../schemas/unblinding.ts'
import { summaries } from '../summaries.ts'
import { signed } from '../sign-in/signed.ts'
import { runningAt } from '../versions.ts'
import { withoutClock } from './command.ts'
import { participantRoute, studyRoute } from './route.ts'

const path = '/api/studies/:study/unblinded-results'
/** Participants of one page. Both their streams are read whole, so they are few. */
const pageLength = 20

const common = { process: 'unblinding', door: 'unblinded' } as const
const readers = { kind: 'roles', roles: viewPermissions.unblindedResults, site: 'own' } as const

/** Drug levels, antibodies and safety reports: unblinded roles only, over the unblinded connection. */
export const unblindedResultRoutes = [
  studyRoute({
    ...common,
    id: 'unblindedResults',
    method: 'GET',
    path,
    title: 'Forms with results that tell the arm, and which of them are filled in',
    access: readers,
    params: StudyParams,
    query: Type.Object(
      {
        q: maybe(Type.String({ maxLength: 60, description: 'A part of the code.' })),
        after: maybe(Type.String({ maxLength: 20, description: 'Code the page starts behind.' })),
      },
      closed,
    ),
    response: UnblindedResults,
    async handle({ ports, study, studyState, sites, query: { q = '', after = '' } }) {
      const known = await summaries(ports, study, { sites })
      const wanted = q.trim().toUpperCase()
      const behind = known.filter(
        ({ days, code }) => days.randomised !== undefined && code > after && code.includes(wanted),
      )
      const codes = behind.slice(0, pageLength).map(({ code }) => code)
      const [blinded, sealed] = await Promise.all([
        recall(
          ports.pools.blinded,
          study.id,
          codes.map((code) => `participant/${code}`),
        ),
        recallSealed(
          ports.pools.unblinded,
          study.id,
          codes.map((code) => `unblinded/${code}`),
        ),
      ])
      const rows = codes.flatMap((code) => {
        const state = participantIn(blinded.get(`participant/${code}`)?.events ?? [])
        const running = runningAt(study, studyState, state.consent.site)
        return unblindedResults(running.study, state, sealedOf({ code, streams: sealed }))
      })
      return ok({ rows, ...(behind.length > pageLength && { next: codes.at(-1) }) })
    },
  }),
  studyRoute({
    ...common,
    id: 'unblindedReadings',
    method: 'GET',
    path: '/api/studies/:study/unblinded-readings',
    title: 'Who read unblinded data: page, participants, when; newest first',
    access: { kind: 'roles', roles: viewPermissions.unblindedReadings, site: 'any' },
    params: StudyParams,
    query: Type.Object({ before: maybe(Type.String({ pattern: '^[0-9]{1,15}$' })) }, closed),
    response: UnblindedReadings,
    handle: async (call) => ok(await readingsPage(call, call.query.before)),
  }),
  participantRoute({
    ...common,
    id: 'unblindedForm',
    method: 'GET',
    path: `${path}/:code/forms/:encounter/:form`,
    title: 'The part of a form that only unblinded roles know',
    access: readers,
    params: FormParams,
    response: FormPage,
    handle(call) {
      const { encounter, form } = call.params
      const page = unblindedFormView(call.study.study, call.state, sealedOf(call), encounter, form, call.context)
      return page ? ok(page) : refuse(404, notFound)
    },
  }),
  participantRoute({
    ...common,
    id: 'recordUnblindedForm',
    method: 'POST',
    path: `${path}/:code/record-form`,
    title: 'Fill in or correct results that tell the arm',
    access: { kind: 'roles', roles: permissions.recordUnblindedForm, site: 'own' },
    command: 'recordUnblindedForm',
    params: ParticipantParams,
    body: unblindingBodies.recordUnblindedForm,
    response: Done,
    success: 201,
    handle: (call) =>
      performUnblindedForm(call, {
        ...withoutClock(call.body),
        type: 'recordUnblindedForm',
      } as unknown as RecordUnblindedForm),
  }),
  participantRoute({
    ...common,
    id: 'unblindForSafety',
    method: 'POST',
    path: `${path}/:code/unblind-for-safety`,
    title: 'Tell one arm to the safety officer for an expedited report; the blinded side learns nothing of it',
    access: { kind: 'roles', roles: permissions.unblindForSafety, site: 'own' },
    command: 'unblindForSafety',
    params: ParticipantParams,
    body: unblindingBodies.unblindForSafety,
    response: Told,
    success: 201,
    handle: (call) =>
      signed(
        call,
        () =>
          performCodeBreak(
            { ...call, context: { ...call.context, passwordChecked: true } },
            { type: 'unblindForSafety', note: call.body.note },
            tellArm(call),
          ),
        'secret',
      ),
  }),
]
