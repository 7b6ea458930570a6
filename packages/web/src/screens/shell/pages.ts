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
  | 'access'

/** Which pages a role is offered. What it may really read and do, the server decides; this only leaves out dead ends. */
const offered: Readonly<Record<string, readonly StudyPage[]>> = {
  coordinator: ['participants', 'queries', 'deviations', 'overview', 'laboratory', 'monitoring', 'audit', 'sites'],
  nurse: ['participants', 'queries', 'deviations', 'overview', 'laboratory', 'audit', 'sites'],
  investigator: ['participants', 'queries', 'deviations', 'overview', 'laboratory', 'monitoring', 'audit', 'sites'],
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
    'people',
  ],
  statistician: ['overview', 'unblinding', 'sites'],
  administrator: ['overview', 'sites', 'people', 'laboratory', 'access'],
  unblindedPharmacist: ['pharmacy', 'stock', 'results'],
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
