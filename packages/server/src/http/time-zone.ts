/** The site's zone; a study-wide day is counted in the zone of its first site. */
export const timeZoneOf = (
  compiled: { readonly sites: readonly { readonly id: string; readonly timeZone: string }[] },
  site?: string,
) => (compiled.sites.find(({ id }) => id === site) ?? compiled.sites[0])?.timeZone ?? 'UTC'
