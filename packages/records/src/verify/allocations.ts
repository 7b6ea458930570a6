import { hash } from 'node:crypto'
import type { Envelope } from '../events/stored.ts'
import type { Read } from '../pools/database.ts'
import type { Checked } from './page.ts'
import type { Problem } from './problem.ts'

type Taken = { readonly participant: string; readonly stratum: string; readonly slot: number; readonly arm: string }

/** Collects what the sealed events say about list and allocations, then compares it with the tables. */
export const watchAllocations = () => {
  const sealed = new Map<string, Taken>()
  let digest: unknown
  return {
    see: ({ record }: Checked): void => {
      const { type, event } = JSON.parse(record) as Envelope
      if (type === 'TreatmentAllocated') sealed.set(String(event['participant']), event as unknown as Taken)
      if (type === 'RandomisationListDrawn') digest = event['listDigest']
    },
    compare: async (read: Read, studyId: string): Promise<Problem | undefined> =>
      (await compareList(read, studyId, digest)) ??
      (await compareAllocations(read, studyId, sealed)) ??
      (await compareCounters(read, studyId)),
  }
}

/** The list's lines, as `unblinded.list_digest` hashes them, read and hashed here anew. */
const compareList = async (read: Read, studyId: string, digest: unknown): Promise<Problem | undefined> => {
  const slots = await read<{ stratum: string; slot_no: string; arm: string; number: string | null }>(
    'select stratum, slot_no, arm, number from unblinded.slot where study_id = $1 order by stratum, slot_no',
    [studyId],
  )
  if (slots.length === 0 && digest === undefined) return undefined
  const lines = slots.map(
    ({ stratum, slot_no, arm, number }) => `[${JSON.stringify(stratum)},${slot_no},${number ?? JSON.stringify(arm)}]\n`,
  )
  return hash('sha256', lines.join('')) === digest ? undefined : { code: 'changedList' }
}

const compareAllocations = async (
  read: Read,
  studyId: string,
  sealed: Map<string, Taken>,
): Promise<Problem | undefined> => {
  const rows = await read<{ participant: string; stratum: string; slot: number; arm: string }>(
    `select a.participant, a.stratum, a.slot_no::float8 as slot, s.arm from unblinded.allocation a
     join unblinded.slot s using (study_id, stratum, slot_no) where a.study_id = $1 order by a.participant`,
    [studyId],
  )
  for (const { participant, stratum, slot, arm } of rows) {
    const event = sealed.get(participant)
    if (event?.stratum !== stratum || event.slot !== slot || event.arm !== arm)
      return { code: 'changedAllocation', participant }
    sealed.delete(participant)
  }
  const [participant] = sealed.keys()
  return participant === undefined ? undefined : { code: 'changedAllocation', participant }
}

/** In each stratum the slots taken are 1 to next_slot - 1, and the list has as many slots as the stratum says. */
const compareCounters = async (read: Read, studyId: string): Promise<Problem | undefined> => {
  const [bad] = await read<{ stratum: string }>(
    `select s.stratum from unblinded.stratum s
     left join lateral (select count(*) as taken, max(a.slot_no) as highest from unblinded.allocation a
       where a.study_id = s.study_id and a.stratum = s.stratum) t on true
     where s.study_id = $1 and (s.next_slot <> t.taken + 1 or coalesce(t.highest, 0) <> t.taken
       or s.slots <> (select count(*) from unblinded.slot l where l.study_id = s.study_id and l.stratum = s.stratum))
     order by s.stratum limit 1`,
    [studyId],
  )
  return bad && { code: 'changedCounter', stratum: bad.stratum }
}
