import type { Read } from '../pools/database.ts'
import type { Problem } from './problem.ts'

/** Every command's events have its stored answer beside them, of the same account: a repeated command cannot be carried out twice. */
export const compareAnswers = async (read: Read, studyId: string): Promise<Problem | undefined> => {
  const [bad] = await read<{ key: string }>(
    // The keys are read out of the records once, before they are looked up: as part of a join they might be for every pair.
    `with keyed as materialized (
       select position, actor, (record::jsonb->>'key')::uuid as key from record.event where study_id = $1)
     select e.key from keyed e left join record.idempotency i on i.study_id = $1 and i.key = e.key
     where e.key is not null and (i.key is null or i.actor <> e.actor)
     order by e.position limit 1`,
    [studyId],
  )
  return bad && { code: 'changedAnswer', key: bad.key }
}
