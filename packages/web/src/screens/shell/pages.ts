import type { Grant } from '../../api/types.ts'

export type StudyPage =
  | 'participants'
  | 'overview'
  | 'pharmacy'
  | 'stock'
  | 'randomisation'
  | 'laboratory'
  | 'unblinding'
  | 'envelopes'
  | 'results'

/** Which pages a role is offered. What it may really read and do, the server decides; this only leaves out dead ends. */
const offered: Readonly<Record<string, readonly StudyPage[]>> = {
  coordinator: ['participants', 'overview', 'laboratory'],
  nurse: ['participants', 'overview', 'laboratory'],
  investigator: ['participants', 'overview', 'laboratory'],
  mriReader: ['participants'],
  monitor: ['participants', 'overview', 'laboratory', 'unblinding'],
  dataManager: ['participants', 'overview', 'laboratory', 'unblinding'],
  inspector: ['participants', 'overview', 'laboratory', 'unblinding'],
  statistician: ['overview', 'unblinding'],
  administrator: ['overview', 'laboratory'],
  unblindedPharmacist: ['pharmacy', 'stock', 'results'],
  safetyOfficer: ['results'],
  randomisationOfficer: ['randomisation', 'envelopes', 'unblinding'],
}

export const pagesOf = (grants: readonly Grant[]): readonly StudyPage[] => [
  ...new Set(grants.flatMap((grant) => offered[grant.role] ?? [])),
]
