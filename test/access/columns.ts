import type { Role } from '@trialwright/conduct'

/** The roles, in the order of the page; named here too, so that a new one fails until the table has thought of it. */
export const columns: readonly Role[] = [
  'participant',
  'coordinator',
  'nurse',
  'investigator',
  'mriReader',
  'monitor',
  'dataManager',
  'statistician',
  'inspector',
  'administrator',
  'unblindedPharmacist',
  'safetyOfficer',
  'randomisationOfficer',
]
