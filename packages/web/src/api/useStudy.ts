import { useQuery } from '@tanstack/react-query'
import { loadStudy, type Study } from '@trialwright/protocol'
import { useParams } from 'react-router'
import { read } from './call.ts'
import { studyPath } from './queries.ts'
import type { Definition } from './types.ts'

/** The study's definition as the person may see it, loaded once: the same reader as the server's. */
export const useDefinition = (study: string) =>
  useQuery({
    queryKey: ['definition', study],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Study> =>
      loadStudy((await read<Definition>(`${studyPath(study)}/definition`)).definition),
  })

/** Names in the address of the page at hand. */
export function usePlace() {
  const { study = '', code = '', encounter = '', form = '' } = useParams()
  return { study, code, encounter, form }
}
