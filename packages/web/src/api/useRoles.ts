import { useMe } from './queries.ts'
import { usePlace } from './useStudy.ts'

/** The person's roles in the study of the page. What they may do is the server's decision; this only leaves out dead ends. */
export function useRoles(): ReadonlySet<string> {
  const { study } = usePlace()
  const grants = useMe().data?.grants ?? []
  return new Set(grants.filter((grant) => grant.study === study).map((grant) => grant.role))
}

const siteRoles = ['coordinator', 'nurse', 'investigator']

/** Whether the person works at a site: books, records visits. */
export const useIsSiteStaff = (): boolean => {
  const roles = useRoles()
  return siteRoles.some((role) => roles.has(role))
}
