import { studyPath, useRead } from './queries.ts'
import type { People, Sites } from './peopleTypes.ts'
import { usePlace } from './useStudy.ts'

export const usePeople = () => useRead<People>(`${studyPath(usePlace().study)}/people`)
export const useSites = () => useRead<Sites>(`${studyPath(usePlace().study)}/sites`)
