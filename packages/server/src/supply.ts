import {
  decideSupply,
  emptyStock,
  comingOf,
  forecast,
  mayNeed,
  type ParticipantState,
  type StockState,
  stockView,
  type SupplyCommand,
} from '@trialwright/conduct'
import { recall, recallSealed } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { participantIn, stockIn } from './folding.ts'
import { contextAt } from './http/call.ts'
import { inTurn } from './in-turn.ts'
import { sealedOf } from './perform-preparation.ts'
import { record } from './record.ts'
import { conflict, notFound, otherSite } from './refusals.ts'
import { ok, refuse } from './reply.ts'
import type { Reply, StudyCall } from './routes/route.ts'
import { loadStock, stockStream, stockTurn } from './stock.ts'
import { summaries } from './summaries.ts'
import { runningAt } from './versions.ts'

/** The actor's own site, or why not. */
function enter(call: StudyCall, site: string) {
  if (!call.study.compiled.sites.some(({ id }) => id === site)) return { refusal: refuse(404, notFound) }
  const actor = call.actorAt(site)
  return actor ? { context: contextAt(call, actor, site) } : { refusal: refuse(403, otherSite) }
}

async function known(call: StudyCall, site: string) {
  const stock = (await loadStock(call, site)) ?? emptyStock
  return { stock, started: await startedOf(call, stock) }
}

/** Labels of bags not yet booked whose infusion the site has started. */
async function startedOf({ ports, study }: StudyCall, { bags }: StockState): Promise<ReadonlySet<string>> {
  const open = Object.values(bags).filter(({ state }) => state === 'prepared')
  const streams = await participantsOf(
    { ports, study },
    open.map(({ code }) => code),
  )
  const started = open.filter(({ code, encounter, label }) => {
    const infusion = streams.get(code)?.treatment.infusions[encounter]
    return infusion?.started !== undefined && infusion.label === label
  })
  return new Set(started.map(({ label }) => label))
}

async function participantsOf({ ports, study }: Pick<StudyCall, 'ports' | 'study'>, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, ParticipantState>()
  const ids = [...new Set(codes)].map((code) => `participant/${code}`)
  const streams = await recall(ports.pools.blinded, study.id, ids)
  return new Map([...streams].map(([id, { events }]) => [id.slice('participant/'.length), participantIn(events)]))
}

export async function stockPage(call: StudyCall, site: string): Promise<Reply> {
  const { context, refusal } = enter(call, site)
  if (refusal) return refusal
  const { stock, started } = await known(call, site)
  const page = stockView(call.study.study, stock, { site, today: context.today, started })
  return page ? ok(page) : refuse(404, notFound)
}

export async function forecastPage(call: StudyCall, site: string): Promise<Reply> {
  const { ports, study } = call
  const { context, refusal } = enter(call, site)
  if (refusal) return refusal
  const rows = await summaries(ports, study, { sites: [site] })
  const running = runningAt(study, call.studyState, site)
  const codes = rows.filter((row) => mayNeed(running.study, row, context.today)).map(({ code }) => code)
  const [states, sealed] = await Promise.all([
    participantsOf(call, codes),
    recallSealed(ports.pools.unblinded, study.id, [stockStream(site), ...codes.map((code) => `unblinded/${code}`)]),
  ])
  const coming = [...states].map(([code, state]) =>
    comingOf(running.study, { state, unblinded: sealedOf({ code, streams: sealed }) }, context),
  )
  const stock = stockIn(sealed.get(stockStream(site))!.events)
  const page = forecast(study.study, stock, coming, context)
  return page ? ok(page) : refuse(404, notFound)
}

/**
 * A command on a site's stock: decided, appended to its sealed stream, answered. The open side learns nothing of it: no event,
 * no version, no answer that counts.
 */
export async function performSupply(call: StudyCall, site: string, command: SupplyCommand): Promise<Reply> {
  const { context, refusal } = enter(call, site)
  if (refusal) return refusal
  return inTurn(stockTurn(call.study.id, site), async () => {
    const { ports, study } = call
    const streamId = stockStream(site)
    const open = { streamId: 'stock', response: JSON.stringify({ ok: true, version: 0 }), events: [], site }
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { stock, started } = await known(call, site)
      const decision = decideSupply(study.study, stock, command, { ...context, started })
      if (!decision.ok) {
        const lookUp = { ...open, expectedVersion: -1 }
        return (await record(call, lookUp, decision.refusals, ports.append.unblinded)) as Reply
      }
      const sealedEvents = decision.events.map((event) => ({
        streamId,
        type: event.type,
        text: canonicalText(event),
      }))
      const entry = {
        ...open,
        expectedVersion: 0,
        sealedEvents,
        expectedSealed: [{ streamId, version: stock.version }],
      }
      const outcome = await record(call, entry, undefined, ports.append.unblinded)
      if (outcome !== 'conflict') return outcome
    }
    return refuse(409, conflict)
  })
}
