import type { Grant } from '../../api/types.ts'

export type StudyPage =
  | 'participants'
  | 'queries'
  | 'overview'
  | 'pharmacy'
  | 'stock'
  | 'randomisation'
  | 'laboratory'
  | 'locks'
  | 'unblinding'
  | 'envelopes'
  | 'results'
  | 'audit'
  | 'access'

/** Which pages a role is offered. What it may really read and do, the server decides; this only leaves out dead ends. */
const offered: Readonly<Record<string, readonly StudyPage[]>> = {
  coordinator: ['participants', 'queries', 'overview', 'laboratory', 'audit'],
  nurse: ['participants', 'queries', 'overview', 'laboratory', 'audit'],
  investigator: ['participants', 'queries', 'overview', 'laboratory', 'audit'],
  mriReader: ['participants', 'queries'],
  monitor: ['participants', 'queries', 'overview', 'laboratory', 'audit', 'locks', 'unblinding'],
  dataManager: ['participants', 'queries', 'overview', 'laboratory', 'audit', 'access', 'locks', 'unblinding'],
  inspector: ['participants', 'queries', 'overview', 'laboratory', 'audit', 'access', 'locks', 'unblinding'],
  statistician: ['overview', 'unblinding'],
  administrator: ['overview', 'laboratory', 'access'],
  unblindedPharmacist: ['pharmacy', 'stock', 'results'],
  safetyOfficer: ['results'],
  randomisationOfficer: ['randomisation', 'envelopes', 'unblinding', 'access'],
}

export const pagesOf = (grants: readonly Grant[]): readonly StudyPage[] => [
  ...new Set(grants.flatMap((grant) => offered[grant.role] ?? [])),
]
