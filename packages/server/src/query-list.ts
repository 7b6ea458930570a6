import { type Audience, audienceOf, changedRows, type ParticipantState, type QueryStatus } from '@trialwright/conduct'
import type { OpenStudy } from './ports.ts'

const statuses: readonly QueryStatus[] = ['open', 'answered', 'closed']

/** The work list is kept apart by status and by who may read it, so that a page of it is one read of an index. */
export const queryKinds = (wanted: readonly QueryStatus[], audiences: readonly Audience[]): readonly string[] =>
  wanted.flatMap((status) => audiences.map((audience) => kindOf(status, audience)))

const kindOf = (status: QueryStatus, audience: Audience): string => `query/${status}/${audience}`

/** Documents of the work list that a command has changed: each stands under its status, and no longer under another. */
export const queryDocuments = ({ study }: OpenStudy, before: ParticipantState, after: ParticipantState) =>
  changedRows(before, after).flatMap((row) => {
    const key = `${row.code}/${row.query}`
    const audience = audienceOf(study, row.place)
    return statuses.map((status) => ({
      kind: kindOf(status, audience),
      key,
      site: row.site,
      sort: row.since,
      document: status === row.status ? row : null,
    }))
  })
