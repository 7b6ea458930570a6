import type { AllocationEvidence } from '@trialwright/conduct'
import type { Envelope } from './events/stored.ts'
import { openDatabase, type Read } from './pools/database.ts'

/**
 * What was sealed and what came of it, read on one unchanging state of the database. Needs the administrator's address: no
 * run-time role may read slots not yet taken, the unblinded one neither. Whoever calls this sees every arm.
 */
export const readAllocationEvidence = async (adminUrl: string, studyId: string): Promise<AllocationEvidence> => {
  const admin = openDatabase(adminUrl, { connections: 1, statementTimeout: 120_000 })
  try {
    return await admin.snapshot((read) => evidenceWith(read, studyId))
  } finally {
    await admin.close()
  }
}

/** Reads through statements of the caller's own transaction. */
export const evidenceWith = async (read: Read, studyId: string): Promise<AllocationEvidence> => {
  const open = (type: string) => events(read, 'record.event', studyId, type)
  const sealed = (type: string) => events(read, 'unblinded.event', studyId, type)
  const [announced] = await open('RandomisationListSealed')
  const [drawn] = await sealed('RandomisationListDrawn')
  return {
    published: announced && text(announced.event['commitment']),
    revealed: drawn?.event['specification'],
    slots: await read(
      'select stratum, slot_no::float8 as slot, arm, number::float8 from unblinded.slot where study_id = $1 order by stratum, slot_no',
      [studyId],
    ),
    allocations: await read(
      `select participant, stratum, slot_no::float8 as slot from unblinded.allocation where study_id = $1
       order by participant`,
      [studyId],
    ),
    allocated: (await sealed('TreatmentAllocated')).map(({ event }) => ({
      participant: text(event['participant']),
      stratum: text(event['stratum']),
      slot: Number(event['slot']),
      arm: text(event['arm']),
    })),
    randomised: (await open('ParticipantRandomised')).map(({ event, stream }) => ({
      participant: stream.slice(stream.indexOf('/') + 1),
      stratum: text(event['stratum']),
      ...(event['levels'] !== undefined && { levels: event['levels'] as Readonly<Record<string, string>> }),
    })),
  }
}

const statements = {
  'record.event': 'select record from record.event where study_id = $1 and type = $2 order by position',
  'unblinded.event': 'select record from unblinded.event where study_id = $1 and type = $2 order by position',
} as const

const events = async (
  read: Read,
  table: keyof typeof statements,
  studyId: string,
  type: string,
): Promise<readonly Envelope[]> =>
  (await read<{ record: string }>(statements[table], [studyId, type])).map(
    ({ record }) => JSON.parse(record) as Envelope,
  )

/** A text as it stands, and of anything else its JSON: the comparison then tells. */
const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
