import { useQuery } from '@tanstack/react-query'
import { isAttended } from './activity.ts'
import { read } from './call.ts'
import type { ParticipantList, Summary } from './participantTypes.ts'
import { keyOfStudy, studyPath } from './queries.ts'

/** Every participant of the sites the person may see; the server gives them in pages, and filters work on all of them. */
export const useParticipants = (study: string) =>
  useQuery({
    queryKey: [...keyOfStudy(study), 'participants', 'all'],
    refetchInterval: () => (isAttended() ? 30_000 : false),
    queryFn: async (): Promise<readonly Summary[]> => {
      const rows: Summary[] = []
      let after: string | undefined
      do {
        const from = after === undefined ? '' : `?after=${encodeURIComponent(after)}`
        const page = await read<ParticipantList>(`${studyPath(study)}/participants${from}`)
        rows.push(...page.rows)
        after = page.next
      } while (after !== undefined)
      return rows
    },
  })
