import { viewPermissions } from '@trialwright/conduct'
import { blankCasebook, casebookData, casebookPdf } from '@trialwright/exports'
import { isDate } from '@trialwright/protocol'
import Type from 'typebox'
import { auditRecords, auditTable } from '../audit-export.ts'
import { casebookOf } from '../casebook.ts'
import { fileReply, filterText, noteExport } from '../file-reply.ts'
import { allSitesOnly, dayUnreadable, pdfUnavailable } from '../file-refusals.ts'
import { otherSite } from '../refusals.ts'
import { refuse } from '../reply.ts'
import { AuditQuery } from '../schemas/audit.ts'
import { closed } from '../schemas/common.ts'
import { EmptyBody } from '../schemas/commands.ts'
import { FileBody, FileWanted } from '../schemas/export.ts'
import { ParticipantParams, StudyParams } from '../schemas/params.ts'
import { participantPath } from './command.ts'
import { participantRoute, studyRoute } from './route.ts'

/*
 * Taking a file is an act, so it is a POST. It carries no key: a file taken twice left twice, and is recorded twice.
 */
const exports = { process: 'exports', door: 'blinded', method: 'POST', keyed: false, response: FileBody } as const
const AuditExportBody = Type.Object({ ...AuditQuery.properties, ...FileWanted.properties }, closed)

/** Setting pages is dear. */
const pagesPerMinute = 300

export const exportRoutes = [
  studyRoute({
    ...exports,
    id: 'auditExport',
    path: '/api/studies/:study/audit/table',
    title: 'The audit trail as a table (CSV), filtered as the page is',
    access: { kind: 'roles', roles: viewPermissions.auditExport, site: 'own' },
    params: StudyParams,
    body: AuditExportBody,
    async handle(call) {
      const { language = call.language, ...filter } = call.body
      if (filter.site !== undefined && call.sites && !call.sites.includes(filter.site)) return refuse(403, otherSite)
      for (const field of ['from', 'until'] as const)
        if (filter[field] !== undefined && !isDate(filter[field])) return refuse(422, { ...dayUnreadable, field })
      await noteExport(call, 'audit trail (CSV)', filterText(filter))
      const body = auditTable(call, filter, language)
      return fileReply({ name: `${call.study.id}-audit.csv`, type: 'text/csv; charset=utf-8', body })
    },
  }),
  studyRoute({
    ...exports,
    id: 'auditRecords',
    path: '/api/studies/:study/audit/records',
    title: 'The whole open log (NDJSON): every record with its leaf, and the checkpoint they add up to',
    access: { kind: 'roles', roles: viewPermissions.auditRecords, site: 'any' },
    params: StudyParams,
    body: EmptyBody,
    async handle(call) {
      if (call.sites) return refuse(422, allSitesOnly)
      await noteExport(call, 'audit records (NDJSON)')
      const body = await auditRecords(call)
      return fileReply({ name: `${call.study.id}-audit.ndjson`, type: 'application/x-ndjson', body })
    },
  }),
  participantRoute({
    ...exports,
    id: 'casebook',
    path: `${participantPath}/casebook`,
    title: 'The participant’s casebook (PDF), with signatures and audit trail',
    access: { kind: 'roles', roles: viewPermissions.casebook, site: 'own' },
    params: ParticipantParams,
    body: FileWanted,
    perMinute: pagesPerMinute,
    async handle(call) {
      const book = await casebookOf(call, call.body.language ?? call.language)
      const pdf = await casebookPdf(book).catch((error: unknown) => {
        call.ports.log.error({ err: error }, 'a casebook could not be set')
      })
      if (!pdf) return refuse(503, pdfUnavailable)
      await noteExport(call, 'casebook (PDF)', call.code)
      return fileReply({ name: `${call.code}.pdf`, type: 'application/pdf', body: Buffer.from(pdf) })
    },
  }),
  participantRoute({
    ...exports,
    id: 'casebookData',
    path: `${participantPath}/casebook-data`,
    title: 'The participant’s casebook (JSON), with hashes',
    access: { kind: 'roles', roles: viewPermissions.casebook, site: 'own' },
    params: ParticipantParams,
    body: FileWanted,
    async handle(call) {
      const body = casebookData(await casebookOf(call, call.body.language ?? call.language))
      await noteExport(call, 'casebook (JSON)', call.code)
      return fileReply({ name: `${call.code}.json`, type: 'application/json', body: Buffer.from(body) })
    },
  }),
  studyRoute({
    ...exports,
    id: 'blankCasebook',
    path: '/api/studies/:study/blank-casebook',
    title: 'The blank casebook (PDF), from the definition',
    access: { kind: 'roles', roles: viewPermissions.blankCasebook, site: 'any' },
    params: StudyParams,
    body: FileWanted,
    perMinute: pagesPerMinute,
    async handle({ study, body, language, ports }) {
      const pdf = await casebookPdf(blankCasebook(study.study, study.hash, body.language ?? language)).catch(
        (error: unknown) => {
          ports.log.error({ err: error }, 'the blank casebook could not be set')
        },
      )
      if (!pdf) return refuse(503, pdfUnavailable)
      return fileReply({ name: `${study.id}-blank.pdf`, type: 'application/pdf', body: Buffer.from(pdf) })
    },
  }),
]
