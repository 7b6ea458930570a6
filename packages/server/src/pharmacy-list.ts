import { bagThere, type ParticipantSummary, type PharmacyRow, pharmacyRows } from '@trialwright/conduct'
import { recall, recallSealed } from '@trialwright/records'
import { participantIn } from './folding.ts'
import { sealedOf } from './perform-preparation.ts'
import type { StudyCall } from './routes/route.ts'
import { summaries } from './summaries.ts'
import { runningAt } from './versions.ts'

/** Participants listed for whom something is to be done, and of those for whom it is done the latest, or those searched for. */
const most = { toDo: 100, done: 10 } as const

/**
 * What is asked for at the actor's sites, what was done last, and by a part of its code any participant. Who is concerned the
 * list's rows tell; what stands in the pharmacy's rows is made from both streams, since only those know what the pharmacy did.
 */
export async function pharmacyList(
  { ports, study, studyState, sites }: StudyCall,
  text = '',
): Promise<{ readonly rows: readonly PharmacyRow[]; readonly more: number }> {
  const known = await summaries(ports, study, { sites })
  const randomised = known.filter(({ days, code }) => days.randomised !== undefined && code.includes(text))
  const [toDo, left] = [randomised.filter(waits), randomised.filter(({ bagLeft }) => bagLeft)]
  const done = randomised.filter((row) => !waits(row))
  const latest = text === '' ? done.toSorted((a, b) => (lastOf(a) > lastOf(b) ? -1 : 1)) : done
  const listed = new Set([...toDo.slice(0, most.toDo), ...latest.slice(0, most.done)].map(({ code }) => code))
  const codes = [...new Set([...listed, ...left.map(({ code }) => code)])].toSorted()
  const [blinded, sealed] = await Promise.all([
    recall(
      ports.pools.blinded,
      study.id,
      codes.map((code) => `participant/${code}`),
    ),
    recallSealed(
      ports.pools.unblinded,
      study.id,
      codes.map((code) => `unblinded/${code}`),
    ),
  ])
  const told = codes.flatMap((code) => {
    const state = participantIn(blinded.get(`participant/${code}`)?.events ?? [])
    const unblinded = sealedOf({ code, streams: sealed })
    const rows = pharmacyRows(runningAt(study, studyState, state.consent.site).study, state, unblinded)
    // Whatever else came since, a bag that is still there is not forgotten.
    const isThere = listed.has(code) || rows.some(({ encounter }) => bagThere({ state, unblinded }, encounter))
    return isThere ? [rows] : []
  })
  return { rows: told.flat(), more: randomised.length - told.length }
}

const waits = ({ bags = [] }: ParticipantSummary): boolean => bags.length > 0

/** The last day on which anything may have been done, or become needless; of one day, who came last. */
const lastOf = ({ days, code }: ParticipantSummary): string => `${lastDayOf(days)} ${code}`

const lastDayOf = (days: ParticipantSummary['days']): string =>
  [days.randomised, days.lastInfusion, days.stopped, days.withdrawn].reduce<string>(
    (last, day) => (day !== undefined && day > last ? day : last),
    '',
  )
