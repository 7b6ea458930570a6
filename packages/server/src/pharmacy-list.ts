import { type ParticipantEvent, participantOf, type PharmacyRow, pharmacyRows, type Stored } from '@trialwright/conduct'
import { loadMany, loadSealed, readModel } from '@trialwright/records'
import { sealedOf } from './perform-preparation.ts'
import type { StudyCall } from './routes/route.ts'

const most = 1_000

/**
 * Everything asked for at the actor's sites. Which participants are concerned is kept beside the events; their rows are
 * made from both streams, since only those know what the pharmacy did.
 */
export async function pharmacyList({ ports, study, sites }: StudyCall): Promise<readonly PharmacyRow[]> {
  const { rows } = await readModel(ports.pools.blinded, study.id, 'pharmacy', { sites, limit: most })
  const codes = rows.map(({ key }) => key)
  const [blinded, sealed] = await Promise.all([
    loadMany(
      ports.pools.blinded,
      study.id,
      codes.map((code) => `participant/${code}`),
    ),
    loadSealed(
      ports.pools.unblinded,
      study.id,
      codes.map((code) => `unblinded/${code}`),
    ),
  ])
  return codes.flatMap((code) => {
    const events = (blinded.get(`participant/${code}`)?.events ?? []) as unknown as readonly Stored<ParticipantEvent>[]
    return pharmacyRows(study.study, participantOf(events), sealedOf({ code, streams: sealed }))
  })
}
