import type { Grant } from '../../api/types.ts'

export type StudyPage =
  | 'today'
  | 'participants'
  | 'queries'
  | 'deviations'
  | 'overview'
  | 'pharmacy'
  | 'stock'
  | 'randomisation'
  | 'laboratory'
  | 'verification'
  | 'monitoring'
  | 'locks'
  | 'unblinding'
  | 'envelopes'
  | 'results'
  | 'audit'
  | 'people'
  | 'sites'
  | 'delegation'
  | 'access'

/** The navigation's groups, in order: what is done each day, what is looked through, the study itself, and its blind. */
const groups = {
  work: ['today', 'participants', 'queries', 'deviations', 'pharmacy', 'stock'],
  review: ['verification', 'monitoring', 'locks', 'audit', 'access'],
  study: ['overview', 'laboratory', 'sites', 'delegation', 'people'],
  blind: ['randomisation', 'envelopes', 'unblinding', 'results'],
} as const satisfies Readonly<Record<string, readonly StudyPage[]>>

export type PageGroup = keyof typeof groups

/** Which pages a role is offered. What it may really read and do, the server decides; this only leaves out dead ends. */
const offered: Readonly<Record<string, readonly StudyPage[]>> = {
  coordinator: [
    'participants',
    'queries',
    'deviations',
    'overview',
    'laboratory',
    'monitoring',
    'audit',
    'sites',
    'delegation',
  ],
  nurse: ['participants', 'queries', 'deviations', 'overview', 'laboratory', 'audit', 'sites', 'delegation'],
  investigator: [
    'participants',
    'queries',
    'deviations',
    'overview',
    'laboratory',
    'monitoring',
    'audit',
    'sites',
    'delegation',
  ],
  mriReader: ['participants', 'queries'],
  monitor: [
    'participants',
    'queries',
    'deviations',
    'overview',
    'laboratory',
    'audit',
    'verification',
    'monitoring',
    'locks',
    'unblinding',
    'sites',
    'delegation',
    'people',
  ],
  dataManager: [
    'participants',
    'queries',
    'deviations',
    'overview',
    'laboratory',
    'audit',
    'access',
    'verification',
    'monitoring',
    'locks',
    'unblinding',
    'sites',
    'delegation',
  ],
  inspector: [
    'participants',
    'queries',
    'deviations',
    'overview',
    'laboratory',
    'audit',
    'access',
    'verification',
    'monitoring',
    'locks',
    'unblinding',
    'sites',
    'delegation',
    'people',
  ],
  statistician: ['overview', 'unblinding', 'sites'],
  administrator: ['overview', 'sites', 'delegation', 'people', 'laboratory', 'access'],
  unblindedPharmacist: ['pharmacy', 'stock', 'results', 'delegation'],
  safetyOfficer: ['results'],
  randomisationOfficer: ['randomisation', 'envelopes', 'unblinding', 'access'],
}

/** Roles whose day begins with what waits. */
const beginWithToday = new Set(['coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'])

export const pagesOf = (grants: readonly Grant[]): readonly StudyPage[] => [
  ...new Set([
    ...(grants.some(({ role }) => beginWithToday.has(role)) ? (['today'] as const) : []),
    ...grants.flatMap((grant) => offered[grant.role] ?? []),
  ]),
]

export interface GroupOfPages {
  readonly group: PageGroup
  readonly pages: readonly StudyPage[]
}

/** The same pages as the navigation shows them. */
export const groupsOf = (grants: readonly Grant[]): readonly GroupOfPages[] => {
  const offers = new Set(pagesOf(grants))
  return (Object.keys(groups) as PageGroup[])
    .map((group) => ({ group, pages: groups[group].filter((page) => offers.has(page)) }))
    .filter(({ pages }) => pages.length > 0)
}
