import { useQuery } from '@tanstack/react-query'
import { isAttended } from './activity.ts'
import { read } from './call.ts'
import type { DemoAccounts, Me, PublicStudies, PublicStudy } from './types.ts'

const studies = '/api/studies'

export const studyPath = (study: string): string => `${studies}/${encodeURIComponent(study)}`
export const participantPath = (study: string, code: string): string =>
  `${studyPath(study)}/participants/${encodeURIComponent(code)}`

/** A read of one address; the address is its key, so that everything under a study is refreshed by its beginning. */
export function useRead<T>(
  path: string,
  options: {
    readonly enabled?: boolean
    /** Milliseconds until it is read again; by the last answer where that decides. */
    readonly every?: number | ((last: T | undefined) => number | undefined)
  } = {},
) {
  const { every } = options
  return useQuery({
    queryKey: path.split('/').slice(2),
    queryFn: () => read<T>(path),
    enabled: options.enabled,
    refetchInterval: ({ state }) =>
      (isAttended() && (typeof every === 'function' ? every(state.data) : every)) || false,
  })
}

/** The beginning of the key of everything a study's pages have read. */
export const keyOfStudy = (study: string): readonly string[] => ['studies', encodeURIComponent(study)]

export const useMe = () => useRead<Me>('/api/me')
export const useDemoAccounts = () => useRead<DemoAccounts>('/api/demo/accounts')
export const usePublicStudies = () => useRead<PublicStudies>('/api/public/studies')
export const usePublicStudy = (study: string | undefined) =>
  useRead<PublicStudy>(`/api/public/studies/${encodeURIComponent(study ?? '')}`, { enabled: study !== undefined })
