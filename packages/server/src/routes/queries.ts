import { audiencesOf, type QueryRow, type QueryStatus, viewPermissions } from '@trialwright/conduct'
import { countModels, readModels } from '@trialwright/records'
import Type from 'typebox'
import { queryKinds } from '../query-list.ts'
import { otherSite } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { bodies } from '../schemas/commands.ts'
import { closed, Id, maybe, oneOf, ParticipantCode } from '../schemas/common.ts'
import { StudyParams } from '../schemas/params.ts'
import { QueryCounts, QueryList } from '../schemas/query.ts'
import { participantCommand } from './command.ts'
import { studyRoute, type StudyCall } from './route.ts'

const pageLength = 50
const waiting: readonly QueryStatus[] = ['open', 'answered']

const seen = ({ actor, studyState }: StudyCall) => audiencesOf(actor.role, studyState.unblinded !== undefined)

export const queryRoutes = [
  studyRoute({
    id: 'queries',
    method: 'GET',
    path: '/api/studies/:study/queries',
    title: 'Queries of the sites the role was given for, those that have waited longest first',
    process: 'queries',
    access: { kind: 'roles', roles: viewPermissions.queries, site: 'own' },
    door: 'blinded',
    params: StudyParams,
    query: Type.Object(
      {
        site: maybe(Id),
        participant: maybe(ParticipantCode),
        status: maybe(oneOf('open', 'answered', 'closed')),
        before: maybe(
          Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'Unchanged since before this day.' }),
        ),
        after: maybe(
          Type.String({
            pattern: '^[0-9TZ:.-]{20,30} [A-Z0-9-]{2,20}/Q[0-9]{1,6}$',
            description: '`next` of the page before.',
          }),
        ),
      },
      closed,
    ),
    response: QueryList,
    async handle(call) {
      const { ports, study, sites } = call
      const { site, participant, status, before, after } = call.query
      if (site !== undefined && sites && !sites.includes(site)) return refuse(403, otherSite)
      const kinds = queryKinds(status === undefined ? waiting : [status], seen(call))
      const [sort = '', key = ''] = after?.split(' ') ?? []
      const page = await readModels<QueryRow>(ports.pools.blinded, study.id, kinds, {
        sites: site === undefined ? sites : [site],
        limit: pageLength,
        ...(participant === undefined ? {} : { prefix: `${participant}/` }),
        ...(before === undefined ? {} : { below: before }),
        ...(after === undefined ? {} : { after: { sort, key } }),
      })
      return ok({
        rows: page.rows.map(({ document }) => document),
        ...(page.next && { next: `${page.next.sort} ${page.next.key}` }),
      })
    },
  }),
  studyRoute({
    id: 'queryCounts',
    method: 'GET',
    path: '/api/studies/:study/queries/counts',
    title: 'How many queries wait for an answer, and how many for whoever asked',
    process: 'queries',
    access: { kind: 'roles', roles: viewPermissions.queries, site: 'own' },
    door: 'blinded',
    params: StudyParams,
    response: QueryCounts,
    async handle(call) {
      const counts = await countModels(
        call.ports.pools.blinded,
        call.study.id,
        queryKinds(waiting, seen(call)),
        call.sites,
      )
      const of = (status: QueryStatus) =>
        queryKinds([status], seen(call)).reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
      return ok({ open: of('open'), answered: of('answered') })
    },
  }),
  participantCommand('queries', 'askQuery', 'Ask the site about a value', bodies.askQuery),
  participantCommand('queries', 'answerQuery', 'Answer a query', bodies.answerQuery),
  participantCommand('queries', 'closeQuery', 'Close a query', bodies.closeQuery),
  participantCommand('queries', 'reopenQuery', 'Open a query again', bodies.reopenQuery),
]
