import { deviationDocument, deviationRows, deviationRules, viewPermissions } from '@trialwright/conduct'
import Type, { type Static } from 'typebox'
import { csvOf } from '../csv.ts'
import { fileReply, filterText, noteExport } from '../file-reply.ts'
import { keyOf, type ListedDeviation, listDeviations } from '../deviation-list.ts'
import { otherSite } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { bodies } from '../schemas/commands.ts'
import { closed, Id, Language, maybe, oneOf } from '../schemas/common.ts'
import { DeviationList, Rule } from '../schemas/deviation.ts'
import { FileBody } from '../schemas/export.ts'
import { ParticipantParams, StudyParams } from '../schemas/params.ts'
import { participantCommand, participantPath } from './command.ts'
import { participantRoute, studyRoute, type StudyCall } from './route.ts'

const pageLength = 100

const filters = {
  site: maybe(Id),
  rule: maybe(Rule),
  state: maybe(oneOf('toClassify', 'important', 'notImportant', 'gone')),
}
const Filters = Type.Object(filters, closed)

const access = { kind: 'roles', roles: viewPermissions.deviations, site: 'own' } as const

/** Undefined where the site asked for is not one of the person's. */
async function found(call: StudyCall, { site, rule, state }: Static<typeof Filters>) {
  if (site !== undefined && call.sites && !call.sites.includes(site)) return undefined
  const rows = await listDeviations(call.ports, call.study, site === undefined ? call.sites : [site])
  return rows.filter(
    (row) => (rule === undefined || row.rule === rule) && (state === undefined || stateOf(row) === state),
  )
}

const stateOf = ({ gone, classified }: ListedDeviation) =>
  gone ? 'gone' : classified ? (classified.important ? 'important' : 'notImportant') : 'toClassify'

export const deviationRoutes = [
  studyRoute({
    id: 'deviations',
    method: 'GET',
    path: '/api/studies/:study/deviations',
    title: 'Deviations computed from the data of the sites the role was given for, oldest first',
    process: 'deviations',
    access,
    door: 'blinded',
    params: StudyParams,
    query: Type.Object({ ...filters, after: maybe(Type.String({ maxLength: 200 })) }, closed),
    response: DeviationList,
    async handle(call) {
      const all = await found(call, call.query)
      if (!all) return refuse(403, otherSite)
      const { after } = call.query
      const rest = after === undefined ? all : all.filter((row) => keyOf(row) > after)
      const rows = rest.slice(0, pageLength)
      return ok({ rows, ...(rest.length > pageLength && { next: keyOf(rows.at(-1)!) }) })
    },
  }),
  studyRoute({
    id: 'deviationsFile',
    method: 'POST',
    keyed: false,
    path: '/api/studies/:study/deviations/table',
    title: 'The same as a table (CSV), safe in spreadsheets; taking it is recorded',
    process: 'deviations',
    access,
    door: 'blinded',
    params: StudyParams,
    body: Type.Object({ ...filters, language: maybe(Language) }, closed),
    response: FileBody,
    async handle(call) {
      const { language = call.language, ...filter } = call.body
      const rows = await found(call, filter)
      if (!rows) return refuse(403, otherSite)
      await noteExport(call, 'deviations (CSV)', filterText(filter))
      const head = [
        'participant',
        'site',
        'day',
        'key',
        'rule',
        'deviation',
        'gone',
        'important',
        'effect',
        'note',
        'by',
        'at',
      ]
      const lines = rows.map(({ code, site, day, key, rule, said, gone, classified }) => [
        code,
        site,
        day,
        key,
        deviationRules[rule][language],
        said[language],
        gone ? 'yes' : '',
        classified ? (classified.important ? 'yes' : 'no') : '',
        classified?.effect ?? '',
        classified?.note ?? '',
        classified?.by.name ?? '',
        classified?.at ?? '',
      ])
      const body = csvOf([head, ...lines])
      return fileReply({ name: `${call.study.id}-deviations.csv`, type: 'text/csv; charset=utf-8', body })
    },
  }),
  participantRoute({
    id: 'participantDeviations',
    method: 'GET',
    path: `${participantPath}/deviations`,
    title: 'Deviations of a participant, computed, and what was judged of them',
    process: 'deviations',
    access,
    door: 'blinded',
    params: ParticipantParams,
    response: DeviationList,
    handle({ study, state, context }) {
      const document = deviationDocument(study.study, state, context)
      if (!document) return ok({ rows: [] })
      const { code, site, found: there } = document
      return ok({ rows: deviationRows(there, document, context.today).map((row) => ({ ...row, code, site })) })
    },
  }),
  participantCommand(
    'deviations',
    'classifyDeviation',
    'Judge a deviation: important or not',
    bodies.classifyDeviation,
  ),
]
