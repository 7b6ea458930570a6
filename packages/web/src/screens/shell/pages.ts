import type { Grant } from '../../api/types.ts'

export type StudyPage = 'participants' | 'overview' | 'pharmacy' | 'stock' | 'randomisation' | 'laboratory'

/** Which pages a role is offered. What it may really read and do, the server decides; this only leaves out dead ends. */
const offered: Readonly<Record<string, readonly StudyPage[]>> = {
  coordinator: ['participants', 'overview', 'laboratory'],
  nurse: ['participants', 'overview', 'laboratory'],
  investigator: ['participants', 'overview', 'laboratory'],
  mriReader: ['participants'],
  monitor: ['participants', 'overview', 'laboratory'],
  dataManager: ['participants', 'overview', 'laboratory'],
  inspector: ['participants', 'overview', 'laboratory'],
  statistician: ['overview'],
  administrator: ['overview', 'laboratory'],
  unblindedPharmacist: ['pharmacy', 'stock'],
  randomisationOfficer: ['randomisation'],
}

export const pagesOf = (grants: readonly Grant[]): readonly StudyPage[] => [
  ...new Set(grants.flatMap((grant) => offered[grant.role] ?? [])),
]
