import type { Study } from '@trialwright/protocol'

/** The site's zone; where none is told, that of the study's first site. */
export const zoneOf = ({ compiled }: Study, site: string | undefined): string =>
  (compiled.sites.find(({ id }) => id === site) ?? compiled.sites[0])?.timeZone ?? 'UTC'
