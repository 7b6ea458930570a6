import {
  type EnvelopeFile,
  isProven,
  type EnvelopeOpeningFile,
  listAllocations,
  loadSealed,
  sealEnvelope,
  secretId,
  secretLength,
  splitSecret,
  writeSecret,
} from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { record } from './record.ts'
import { conflict, nobodyRandomised, noEnvelopeSecret } from './refusals.ts'
import { refuse } from './reply.ts'
import type { Reply, StudyCall } from './routes/route.ts'
import { summaries } from './summaries.ts'

/* Sealed envelopes for the hour when the server is away. Unblinded side only: secrets stand in the sealed log. */

const stream = 'unblinded/envelopes'

interface Drawn {
  readonly type: 'EnvelopeSecretDrawn'
  readonly site: string
  readonly at: string
  readonly by: string
  readonly secretId: string
  /** Hexadecimal. */
  readonly secret: string
  /** One of the two halves. */
  readonly half: string
}

interface Made {
  readonly type: 'EnvelopesMade'
  readonly site: string
  readonly at: string
  readonly by: string
  readonly secretId: string
  readonly participants: readonly string[]
}

async function history({ ports, study }: StudyCall) {
  const { version, events } = (await loadSealed(ports.pools.unblinded, study.id, [stream])).get(stream) ?? {
    version: 0,
    events: [],
  }
  return { version, events: events as unknown as readonly (Drawn | Made)[] }
}

const drawnFor = (events: readonly (Drawn | Made)[], site: string) =>
  events.findLast((event): event is Drawn => event.type === 'EnvelopeSecretDrawn' && event.site === site)

/** Per site: whether a secret is drawn, for how many envelopes were last made, and how many participants there are now. */
export async function envelopeSites(call: StudyCall) {
  const { events } = await history(call)
  const codes = await randomisedAt(call)
  return call.study.compiled.sites.map(({ id: site }) => {
    const drawn = drawnFor(events, site)
    const made = events.findLast((event): event is Made => event.type === 'EnvelopesMade' && event.site === site)
    return {
      site,
      randomised: codes.filter((one) => one.site === site).length,
      ...(drawn && { secret: { id: drawn.secretId, at: drawn.at, by: drawn.by } }),
      ...(made && { made: { at: made.at, count: made.participants.length } }),
    }
  })
}

const randomisedAt = async ({ ports, study }: StudyCall, site?: string) =>
  (await summaries(ports, study, site === undefined ? {} : { sites: [site] })).filter(
    ({ days }) => days.randomised !== undefined,
  )

/** Draws a site's secret, or a new one when the old is lost. The answer is shown to be printed; stored answers hold no secret. */
export async function drawSecret(call: StudyCall, site: string): Promise<Reply> {
  const { ports, actor } = call
  const { version } = await history(call)
  const secret = Buffer.from(ports.random(secretLength))
  const drawn: Drawn = {
    type: 'EnvelopeSecretDrawn',
    site,
    at: ports.clock.now(),
    by: actor.printedName,
    secretId: secretId(secret),
    secret: secret.toString('hex'),
    half: Buffer.from(ports.random(secretLength)).toString('hex'),
  }
  const reply = await keep(call, version, drawn)
  return reply.status >= 300
    ? reply
    : { status: reply.status, body: shown(drawnFor((await history(call)).events, site)) }
}

function shown(drawn: Drawn | undefined) {
  if (!drawn) throw new Error('a secret was stored and is not there')
  const secret = Buffer.from(drawn.secret, 'hex')
  const [first, second] = splitSecret(secret, Buffer.from(drawn.half, 'hex'))
  return {
    ok: true,
    secretId: drawn.secretId,
    secret: writeSecret('whole', secret),
    shares: [writeSecret('first', first), writeSecret('second', second)],
  }
}

/** One envelope for every participant randomised at the site until now, all of one length. */
export async function makeEnvelopes(call: StudyCall, site: string): Promise<Reply> {
  const { ports, study, actor } = call
  const { version, events } = await history(call)
  const drawn = drawnFor(events, site)
  if (!drawn) return refuse(422, noEnvelopeSecret)
  const participants = (await randomisedAt(call, site)).map(({ code }) => code)
  if (participants.length === 0) return refuse(422, nobodyRandomised)
  const arms = new Map(
    (await listAllocations(ports.pools.unblinded, study.id)).map((one) => [one.participant, one.arm]),
  )
  const madeAt = ports.clock.now()
  const { secretId: id } = drawn
  const made: Made = { type: 'EnvelopesMade', site, at: madeAt, by: actor.printedName, secretId: id, participants }
  const reply = await keep(call, version, made)
  if (reply.status >= 300) return reply
  const secret = Buffer.from(drawn.secret, 'hex')
  const file: EnvelopeFile = {
    format: 'trialwright-envelopes',
    version: 1,
    study: study.id,
    site,
    secretId: id,
    madeAt,
    arms: study.compiled.arms.map(({ id: arm, title }) => ({ id: arm, en: title.en, nb: title.nb })),
    envelopes: participants.map((participant) => {
      const arm = arms.get(participant)
      if (arm === undefined) throw new Error('a randomised participant has no allocation')
      return { participant, sealed: sealEnvelope(secret, { study: study.id, site, participant }, arm) }
    }),
  }
  return { status: reply.status, body: { ok: true, file } }
}

async function keep(call: StudyCall, version: number, event: Drawn | Made): Promise<Reply> {
  const outcome = await record(
    call,
    {
      streamId: 'envelopes',
      expectedVersion: 0,
      site: event.site,
      response: JSON.stringify({ ok: true, version: version + 1 }),
      events: [],
      sealedEvents: [{ streamId: stream, type: event.type, text: canonicalText(event) }],
      expectedSealed: [{ streamId: stream, version }],
    },
    undefined,
    call.ports.append.unblinded,
  )
  return outcome === 'conflict' ? refuse(409, conflict) : outcome
}

/** Whether whoever wrote the record of an opening held a secret of the site, an earlier one too. */
export async function provesOpening(call: StudyCall, site: string, opening: EnvelopeOpeningFile): Promise<boolean> {
  if (opening.study !== call.study.id || opening.site !== site) return false
  const drawn = (await history(call)).events.find(
    (event): event is Drawn =>
      event.type === 'EnvelopeSecretDrawn' && event.site === site && event.secretId === opening.secretId,
  )
  return drawn !== undefined && isProven(Buffer.from(drawn.secret, 'hex'), opening)
}
