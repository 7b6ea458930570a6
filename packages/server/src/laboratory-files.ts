import { createHash } from 'node:crypto'
import {
  acceptRefusals,
  type Context,
  type FileFormat,
  headingFor,
  type ImportPlan,
  type LaboratoryResultsImported,
  mostBytes,
  mostRows,
  participantOf,
  type ParticipantEvent,
  type ParticipantState,
  permissions,
  planImport,
  readFile,
  refuse as inConduct,
  resultColumns,
  type Stored,
  takenBefore,
} from '@trialwright/conduct'
import { appendAll, loadMany } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { studyStreams } from './http/access.ts'
import { contextAt } from './http/call.ts'
import { entryOf } from './perform.ts'
import { record } from './record.ts'
import { conflict, keyReused, notFound, otherSite, outcomeUnknown } from './refusals.ts'
import { ok, refuse, refuseFor } from './reply.ts'
import type { OpenStudy } from './ports.ts'
import type { Reply, StudyCall } from './routes/route.ts'
import { studyStateOf } from './study-state.ts'
import { runningAt } from './versions.ts'

type Place = { readonly study: string; readonly site: string }

interface Sent {
  /** Base64. */
  readonly file: string
  readonly name: string
  readonly laboratory: string
  readonly format: FileFormat
}

type Accepted = Sent & { readonly seen: string; readonly reason?: string; readonly confirmed?: readonly string[] }
type Import = Stored<LaboratoryResultsImported>

/** The study as it runs at the site, and the actor there; or why not. */
function enter(call: StudyCall<Place>) {
  const { site } = call.params
  if (!call.study.compiled.sites.some(({ id }) => id === site)) return { turned: refuse(404, notFound) }
  const actor = call.actorAt(site)
  if (!actor) return { turned: refuse(403, otherSite) }
  const study = runningAt(call.study, call.studyState, site)
  return { study, context: contextAt({ ...call, study }, actor, site) }
}

const filesOf = (site: string): string => `laboratory/${site}`

export async function filesPage(call: StudyCall<Place>): Promise<Reply> {
  const { study, context, turned } = enter(call)
  if (turned) return turned
  const { site } = call.params
  const streams = await loadMany(call.ports.pools.blinded, study.id, [filesOf(site)])
  const taken = streams.get(filesOf(site))!.events as unknown as readonly Import[]
  const columns = resultColumns(study.study, context.actor.role)
  const forms = new Set(columns.map(({ form }) => form))
  const laboratories = new Set(context.ranges.filter(({ form }) => forms.has(form)).map(({ laboratory }) => laboratory))
  return ok({
    site,
    columns: headingFor(columns),
    laboratories: [...laboratories].toSorted(),
    mostRows,
    mostBytes,
    toImport: permissions.importLaboratoryResults.includes(context.actor.role) ? [] : [inConduct('roleMayNot')],
    files: taken.toReversed().map(({ file, at, by, laboratory, counts, reason }) => ({
      ...file,
      at,
      by: by.name,
      laboratory,
      counts,
      ...(reason === undefined ? {} : { reason }),
    })),
  })
}

interface Looked {
  readonly file: LaboratoryResultsImported['file']
  readonly plan: ImportPlan
  readonly taken: Import | undefined
  /** How many files the site has taken. */
  readonly version: number
  readonly before: ReadonlyMap<string, ParticipantState>
  readonly context: Context
}

/** The file, read and decided on what is true now. */
async function look(
  call: StudyCall<Place>,
  study: OpenStudy,
  asked: Context,
  { file, name, laboratory, format }: Sent,
  reason?: string,
): Promise<Looked> {
  const { site } = call.params
  const bytes = new Uint8Array(Buffer.from(file, 'base64'))
  const hash = createHash('sha256').update(bytes).digest('hex')
  const read = readFile(study.study, asked.actor.role, bytes, { name, hash, format })
  const codes = [...new Set(read.rows.map(({ participant }) => participant))]
  const ids = [...studyStreams, filesOf(site), ...codes.map((code) => `participant/${code}`)]
  const streams = await loadMany(call.ports.pools.blinded, study.id, ids)
  const files = streams.get(filesOf(site))!
  const studyState = studyStateOf(streams)
  // A number is read by the sign the sender declared, whatever the language of the page.
  const language = format.decimal === ',' ? 'nb' : 'en'
  const context: Context = { ...asked, studyState, ranges: studyState.ranges, language }
  const before = new Map(
    codes.flatMap((code) => {
      const state = participantOf(streams.get(`participant/${code}`)!.events as unknown as Stored<ParticipantEvent>[])
      return state.version > 0 && state.consent.site === site ? [[code, state] as const] : []
    }),
  )
  return {
    file: { name, hash, rows: read.rows.length },
    plan: planImport(
      { study: study.study, context, laboratory, participants: before, ...(reason && { reason }) },
      read,
    ),
    taken: takenBefore(files.events as unknown as readonly Import[], hash),
    version: files.version,
    before,
    context,
  }
}

export async function previewFile(call: StudyCall<Place, unknown, Sent>): Promise<Reply> {
  const { study, context, turned } = enter(call)
  if (turned) return turned
  const { file, plan, taken } = await look(call, study, context, call.body)
  const { events: _, ...shown } = plan
  return ok({
    file,
    ...(taken && { taken: { at: taken.at, by: taken.by.name, name: taken.file.name } }),
    ...shown,
  })
}

/** Takes the file as one act: what the preview showed, or nothing. */
export async function importFile(call: StudyCall<Place, unknown, Accepted>): Promise<Reply> {
  const { study, context, turned } = enter(call)
  if (turned) return turned
  const { body, ports } = call
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const looked = await look(call, study, context, body, body.reason)
    const refusals = acceptRefusals(looked.plan, looked.taken, body)
    if (refusals.length > 0) {
      const lookUp = { streamId: filesOf(call.params.site), expectedVersion: -1, response: '', events: [] }
      return (await record(call, lookUp, refusals.slice(0, 50))) as Reply
    }
    const response = { ok: true, version: looked.version + 1 } as const
    const outcome = await appendAll(ports.pools.blinded, {
      key: call.key,
      parts: partsOf(call, study, looked, JSON.stringify(response)),
    })
    switch (outcome.result) {
      case 'appended':
        return { status: 201, body: response }
      case 'replayed':
        return { status: 200, body: JSON.parse(outcome.response) }
      case 'keyReused':
        return refuse(409, keyReused)
      case 'unknown':
        ports.log.warn({ reason: outcome.reason }, 'the outcome of a write is unknown')
        return refuseFor(503, 1, outcomeUnknown)
      case 'conflict':
    }
  }
  return refuse(409, conflict)
}

/** That the file was taken, and what it brings to each participant. */
function partsOf(call: StudyCall<Place, unknown, Accepted>, study: OpenStudy, looked: Looked, response: string) {
  const { actor, bodyHash, body } = { ...call, actor: looked.context.actor }
  const { now, clientTime } = looked.context
  const { site } = call.params
  const { new: fresh, equal, changed } = looked.plan.counts
  const event: LaboratoryResultsImported = {
    type: 'LaboratoryResultsImported',
    at: now,
    by: { account: actor.account, name: actor.printedName, role: actor.role },
    ...(clientTime === undefined ? {} : { clientTime }),
    site,
    laboratory: body.laboratory,
    file: looked.file,
    format: body.format,
    counts: { new: fresh, equal, changed },
    ...(looked.plan.corrects && body.reason !== undefined && { reason: body.reason }),
  }
  const asked = {
    studyId: study.id,
    bodyHash,
    actor: actor.account,
    role: actor.role,
    definitionHash: study.hash,
  }
  return [
    {
      ...asked,
      streamId: filesOf(site),
      expectedVersion: looked.version,
      site,
      response,
      events: [{ type: event.type, text: canonicalText(event) }],
    },
    ...[...looked.plan.events].map(([code, events]) => ({
      ...asked,
      ...entryOf({ study, code }, looked.before.get(code)!, { ok: true, events }, looked.context),
      response,
    })),
  ]
}
