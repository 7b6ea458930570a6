import type { Read } from '../pools/database.ts'
import type { Problem } from './problem.ts'

/** Every command's events have its stored answer beside them, of the same account: a repeated command cannot be carried out twice. */
export const compareAnswers = async (read: Read, studyId: string): Promise<Problem | undefined> => {
  const [bad] = await read<{ key: string }>(
    `select distinct on (e.position) e.record::jsonb->>'key' as key from record.event e
     left join record.idempotency i on i.study_id = e.study_id and i.key = (e.record::jsonb->>'key')::uuid
     where e.study_id = $1 and e.record::jsonb->>'key' is not null and (i.key is null or i.actor <> e.actor)
     order by e.position limit 1`,
    [studyId],
  )
  return bad && { code: 'changedAnswer', key: bad.key }
}
