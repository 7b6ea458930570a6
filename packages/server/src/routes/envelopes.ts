import { at, permissions, refuse as inConduct, viewPermissions } from '@trialwright/conduct'
import { drawSecret, envelopeSites, makeEnvelopes, provesOpening } from '../envelopes.ts'
import { performCodeBreak } from '../perform-code-break.ts'
import { openingNotProven } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { ParticipantParams, StudyParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { EnvelopeFile, EnvelopeSecret, EnvelopeSites, unblindingBodies } from '../schemas/unblinding.ts'
import { participantRoute, studyRoute } from './route.ts'
import { signed } from '../sign-in/signed.ts'

const path = '/api/studies/:study/envelopes'
const access = { kind: 'roles', roles: viewPermissions.envelopes, site: 'any' } as const
const envelopes = { process: 'unblinding', door: 'unblinded', params: StudyParams, access } as const

const unknownSite = () => refuse(422, at('site', inConduct('siteUnknown')))

/** Randomisation officer only: code breaks for the hour when the server is away. */
export const envelopeRoutes = [
  studyRoute({
    ...envelopes,
    id: 'envelopes',
    method: 'GET',
    path,
    title: 'Per site: whether its envelopes are made, and for how many participants',
    response: EnvelopeSites,
    handle: async (call) => ok({ sites: await envelopeSites(call) }),
  }),
  studyRoute({
    ...envelopes,
    id: 'drawEnvelopeSecret',
    method: 'POST',
    path: `${path}/draw-secret`,
    title: 'Draw the secret that opens a site’s envelopes, whole and in two halves, to be printed',
    body: unblindingBodies.drawSecret,
    response: EnvelopeSecret,
    success: 201,
    handle: (call) =>
      signed(
        call,
        async () => {
          const { site } = call.body
          return call.study.compiled.sites.some(({ id }) => id === site) ? drawSecret(call, site) : unknownSite()
        },
        'secret',
      ),
  }),
  studyRoute({
    ...envelopes,
    id: 'makeEnvelopes',
    method: 'POST',
    path: `${path}/make`,
    title: 'Make a site’s envelopes: one for each participant randomised until now, all of one length',
    body: unblindingBodies.envelopes,
    response: EnvelopeFile,
    success: 201,
    handle: (call) => makeEnvelopes(call, call.body.site),
  }),
  participantRoute({
    id: 'reconcileEnvelopeOpening',
    method: 'POST',
    path: `${path}/:code/reconcile`,
    title: 'Record an envelope’s opening from the file the opening command left',
    process: 'unblinding',
    access: { kind: 'roles', roles: permissions.reconcileEnvelopeOpening, site: 'any' },
    door: 'unblinded',
    command: 'reconcileEnvelopeOpening',
    params: ParticipantParams,
    body: unblindingBodies.reconcile,
    response: Done,
    success: 201,
    async handle(call) {
      const { opening } = call.body
      if (!(await provesOpening(call, call.state.consent.site, opening))) return refuse(422, openingNotProven)
      const { id, participant, by, at: when, reason, note } = opening
      return performCodeBreak(
        call,
        { type: 'reconcileEnvelopeOpening', opening: { id, participant, by, at: when, reason, note } },
        () => ({ ok: true, version: call.state.version }),
      )
    },
  }),
]
