import { useQuery } from '@tanstack/react-query'
import { loadStudy, type Study } from '@trialwright/protocol'
import { useParams } from 'react-router'
import { read } from './call.ts'
import { participantPath, studyPath } from './queries.ts'
import type { Definition, ParticipantDefinition } from './types.ts'

interface Loaded {
  readonly study: Study
  readonly hash: string
  readonly versions: number
}

const studyOf = ({ study }: Loaded): Study => study

const newest = (study: string) => ({
  queryKey: ['definition', study],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<Loaded> => {
    const { definition, hash, versions } = await read<Definition>(`${studyPath(study)}/definition`)
    return { study: loadStudy(definition), hash, versions }
  },
})

/**
 * The study's definition as the person may see it: the same reader as the server's. On the page of a participant it is the
 * version that runs at the participant's site, which is asked for where the study has more than one; elsewhere the newest.
 */
export function useDefinition(study: string) {
  const { code } = usePlace()
  const all = useQuery({ ...newest(study), select: studyOf })
  const { hash, versions = 1 } = useQuery(newest(study)).data ?? {}
  const mayDiffer = code !== '' && versions > 1
  const own = useQuery({
    queryKey: ['definition', study, hash, code],
    enabled: mayDiffer && all.data !== undefined,
    // A site that approves a version goes over to it at once.
    staleTime: 20_000,
    queryFn: async (): Promise<Study | null> => {
      const { definition } = await read<ParticipantDefinition>(
        `${participantPath(study, code)}/definition?held=${hash}`,
      )
      return definition === undefined ? null : loadStudy(definition)
    },
    select: (different) => different ?? all.data,
  })
  return mayDiffer ? own : all
}

/** Names in the address of the page at hand. */
export function usePlace() {
  const { study = '', code = '', encounter = '', form = '' } = useParams()
  return { study, code, encounter, form }
}
