import type { Study } from '@trialwright/protocol'
import type { Place } from '../place.ts'
import { allRoles, type Role } from '../roles.ts'
import { seesPlace } from './sight.ts'

/**
 * Who may read the queries of a place, as a word, so that lists and counts can be kept for those who may read them: of a
 * masked value, not the sites; of a reader's form, the readers, too.
 */
export type Audience = 'open' | 'masked' | 'openToReaders' | 'maskedButReaders'

export const audiences: readonly Audience[] = ['open', 'masked', 'openToReaders', 'maskedButReaders']

/** Roles that read queries at all, and what stands for each kind of them. */
const sites: Role = 'coordinator'
const readers: Role = 'mriReader'

export function audienceOf(study: Study, place: Place): Audience {
  const open = seesPlace(study, place, sites, false)
  const reader = study.form(place.form).filledBy === 'reader' && seesPlace(study, place, readers, false)
  return open ? (reader ? 'openToReaders' : 'open') : reader ? 'maskedButReaders' : 'masked'
}

const atSites: ReadonlySet<Role> = new Set(
  allRoles.filter((role) => ['coordinator', 'nurse', 'investigator'].includes(role)),
)

export function audiencesOf(role: Role, unblinded: boolean): readonly Audience[] {
  if (role === 'mriReader') return ['openToReaders', 'maskedButReaders']
  return atSites.has(role) && !unblinded ? ['open', 'openToReaders'] : audiences
}
