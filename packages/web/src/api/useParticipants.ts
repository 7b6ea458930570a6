import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '../language/useWords.tsx'
import { isAttended } from './activity.ts'
import { read } from './call.ts'
import type { ParticipantList } from './participantTypes.ts'
import { keyOfStudy, studyPath } from './queries.ts'

export interface Filter {
  readonly text: string
  readonly site: string
  readonly status: string
  readonly attention: boolean
}

/** Participants of the sites the person may see, a hundred at a time. The server filters, so that thousands are no burden. */
export function useParticipants(study: string, filter: Filter) {
  const { language } = useWords()
  const asked = new URLSearchParams({
    ...(filter.text.trim() !== '' && { q: filter.text.trim().slice(0, 60) }),
    ...(filter.site !== '' && { site: filter.site }),
    ...(filter.status !== '' && { status: filter.status }),
    ...(filter.attention && { attention: 'yes' }),
  }).toString()
  return useInfiniteQuery({
    // Words are looked for in the language of the page.
    queryKey: [...keyOfStudy(study), 'participants', language, asked],
    refetchInterval: () => (isAttended() ? 30_000 : false),
    placeholderData: keepPreviousData,
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const after = pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`
      return read<ParticipantList>(`${studyPath(study)}/participants?${asked}${after}`)
    },
    getNextPageParam: ({ next }) => next,
  })
}
