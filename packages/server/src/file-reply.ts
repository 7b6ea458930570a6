import { noteAccess } from '@trialwright/records'
import type { Reply, StudyCall } from './routes/route.ts'

export interface FileToSend {
  readonly name: string
  readonly type: 'application/pdf' | 'application/json' | 'application/x-ndjson' | 'text/csv; charset=utf-8'
  readonly body: unknown
}

/** Records that a file is taken out of the study; nothing leaves that is not recorded. `of`: a participant, or a filter. */
export const noteExport = ({ ports, token, study, actor }: StudyCall, what: string, of?: string): Promise<void> =>
  noteAccess(ports.pools.blinded, {
    token,
    studyId: study.id,
    role: actor.role,
    type: 'ExportMade',
    about: { what, ...(of !== undefined && { of }) },
  })

/** The file as an answer that is saved, never shown as a page of this origin. */
export const fileReply = ({ name, type, body }: FileToSend): Reply => ({
  status: 200,
  body,
  headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
})

/** What a file was narrowed to, as its event tells it. */
export const filterText = (filter: object): string | undefined =>
  Object.entries(filter)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ') || undefined
