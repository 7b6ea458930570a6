import type { CompiledStudy } from '@trialwright/protocol'
import { useMe } from './queries.ts'
import { useDefinition, usePlace } from './useStudy.ts'

/** Sites the person reads of: all, unless every role was given for one. */
export function useOwnSites(): CompiledStudy['sites'] {
  const { study } = usePlace()
  const sites = useDefinition(study).data?.compiled.sites ?? []
  const grants = (useMe().data?.grants ?? []).filter((grant) => grant.study === study)
  const isOwn = (site: string) => grants.some((grant) => grant.site === null || grant.site === site)
  return sites.filter(({ id }) => isOwn(id))
}
