import { endGrant, grantRole, reviewGrant } from '@trialwright/records'
import { grantSpan, siteRefusals } from '../people.ts'
import { refuse } from '../reply.ts'
import { noGrant, noPerson, otherBlindness, ownReview } from '../refusals-people.ts'
import { Done, EndGrantBody, GrantBody, ReviewBody } from '../schemas/people.ts'
import { changed, path, people, roles } from './people-shared.ts'
import { studyRoute } from './route.ts'

/** Roles given, ended and looked at. */
export const roleRoutes = [
  studyRoute({
    ...people,
    id: 'grantRole',
    method: 'POST',
    path: path('/grant-role'),
    title: 'Give a person a role, at a site where the role belongs to one, for a time where it is limited',
    access: roles('grantRole'),
    command: 'grantRole',
    body: GrantBody,
    response: Done,
    success: 201,
    async handle({ ports, study, body, key, session }) {
      const wrong = siteRefusals(study.compiled, body)
      if (wrong.length > 0) return refuse(422, ...wrong)
      const span = grantSpan(ports.clock, study.compiled, body)
      if ('refusals' in span) return refuse(422, ...span.refusals)
      const grant = {
        grantId: key,
        accountId: body.person,
        studyId: study.id,
        role: body.role,
        site: body.site ?? null,
        ...(body.participant && { participant: body.participant }),
        ...span,
      }
      const { result } = await grantRole(ports.pools.access, grant, session.accountId)
      if (result === 'otherBlindness') return refuse(422, otherBlindness)
      return result === 'granted' ? changed : refuse(422, noPerson)
    },
  }),
  studyRoute({
    ...people,
    id: 'endRole',
    method: 'POST',
    path: path('/end-role'),
    title: 'End a role now',
    access: roles('endRole'),
    command: 'endRole',
    body: EndGrantBody,
    response: Done,
    success: 201,
    async handle({ ports, study, body, session }) {
      const ended = await endGrant(ports.pools.access, study.id, body.grant, session.accountId)
      return ended === 'ended' ? changed : refuse(422, noGrant)
    },
  }),
  studyRoute({
    ...people,
    id: 'reviewRole',
    method: 'POST',
    path: path('/review-role'),
    title: 'Look whether a person still needs a role: keep or end it',
    access: roles('reviewRole'),
    command: 'reviewRole',
    body: ReviewBody,
    response: Done,
    success: 201,
    async handle({ ports, study, body, key, session }) {
      const review = {
        reviewId: key,
        studyId: study.id,
        grantId: body.grant,
        outcome: body.outcome,
        note: (body.note ?? '').trim(),
      }
      const reviewed = await reviewGrant(ports.pools.access, review, session.accountId)
      if (reviewed === 'own') return refuse(422, ownReview)
      return reviewed === 'reviewed' ? changed : refuse(422, noGrant)
    },
  }),
]
