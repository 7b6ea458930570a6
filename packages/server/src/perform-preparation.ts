import {
  afterwards,
  decidePreparation,
  drawLabel,
  type PreparationCommand,
  type StockState,
  type SupplyEvent,
  type UnblindedEvent,
  type UnblindedState,
} from '@trialwright/conduct'
import { recallSealed } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { stockIn, unblindedIn } from './folding.ts'
import { inTurn } from './in-turn.ts'
import { again, decidedOn, nothing, summaryOf } from './perform.ts'
import { record } from './record.ts'
import { conflict } from './refusals.ts'
import { refuse } from './reply.ts'
import type { ParticipantCall, Reply } from './routes/route.ts'
import { stockStream, stockTurn } from './stock.ts'

export const sealedOf = (call: Pick<ParticipantCall, 'streams' | 'code'>): UnblindedState =>
  unblindedIn(call.streams.get(`unblinded/${call.code}`)?.events ?? [])

/**
 * A command of the pharmacy: one decision, two streams, one transaction. The blinded twin and the list row are the same
 * for every arm. Every stream the decision was made on carries its expected version: the participant's own, the sealed one
 * and the site's stock.
 */
export const performPreparation = (call: ParticipantCall, command: PreparationCommand): Promise<Reply> =>
  // A preparation adds nothing to the participant's own stream, so its version cannot keep two pharmacists apart: they take
  // turns, and each decides on the sealed streams as they are when its turn comes.
  // Where the site keeps stock they take vials from one shelf, so all of its participants are one turn.
  inTurn(turnOf(call), () => decideAndAppend(call, command))

const turnOf = ({ study, state, code }: ParticipantCall): string =>
  study.compiled.supply ? stockTurn(study.id, state.consent.site) : `${study.id}/${code}/preparation`

async function decideAndAppend(call: ParticipantCall, command: PreparationCommand): Promise<Reply> {
  let { state, context } = call
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { unblinded, stock } = await sealedNow(call, state.consent.site)
    const { ports, study, code } = call
    const decision = decidePreparation(study.study, state, unblinded, command, {
      ...context,
      label: drawLabel(ports.random),
      ...(stock && { stock }),
    })
    if (!decision.ok) {
      const refused = await record(call, nothing(call), decision.refusals, ports.append.unblinded)
      return refused as Reply
    }
    const after = afterwards(state, decision.blinded)
    const { site } = after.consent
    const own = `unblinded/${code}`
    const outcome = await record(
      call,
      {
        streamId: `participant/${code}`,
        expectedVersion: state.version,
        ...decidedOn(context),
        site,
        response: JSON.stringify({ ok: true, version: after.version }),
        events: decision.blinded.map((event) => ({ type: event.type, text: canonicalText(event) })),
        sealedEvents: [...sealed(own, decision.unblinded), ...sealed(stockStream(site), decision.stock)],
        expectedSealed: [
          { streamId: own, version: unblinded.version },
          ...(stock ? [{ streamId: stockStream(site), version: stock.version }] : []),
        ],
        // What only the sealed streams say changes nothing in the list's row, in no arm.
        readModels: decision.blinded.length > 0 ? [summaryOf(call, after, context)] : [],
      },
      undefined,
      ports.append.unblinded,
    )
    if (outcome !== 'conflict') return outcome
    ;({ state, context } = await again(call))
  }
  return refuse(409, conflict)
}

const sealed = (streamId: string, events: readonly (UnblindedEvent | SupplyEvent)[]) =>
  events.map((event) => ({ streamId, type: event.type, text: canonicalText(event) }))

/** The participant's sealed stream and the stock of the site, as they are now, in one reading. */
async function sealedNow(
  { ports, study, code }: ParticipantCall,
  site: string,
): Promise<{ readonly unblinded: UnblindedState; readonly stock: StockState | undefined }> {
  const shelf = study.compiled.supply ? [stockStream(site)] : []
  const streams = await recallSealed(ports.pools.unblinded, study.id, [`unblinded/${code}`, ...shelf])
  const [stock] = shelf.map((id) => stockIn(streams.get(id)!.events))
  return { unblinded: sealedOf({ code, streams }), stock }
}
