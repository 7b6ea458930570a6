import type { Role } from '@trialwright/conduct'
import type { Text } from '@trialwright/protocol'

/** Names of roles as a file prints them; one that is missing does not compile. */
const roleNames: Readonly<Record<Role, Text>> = {
  participant: { en: 'Participant', nb: 'Deltaker' },
  coordinator: { en: 'Coordinator', nb: 'Koordinator' },
  nurse: { en: 'Infusion nurse', nb: 'Infusjonssykepleier' },
  investigator: { en: 'Investigator', nb: 'Utprøver' },
  mriReader: { en: 'MRI reader', nb: 'MR-gransker' },
  monitor: { en: 'Monitor', nb: 'Monitor' },
  dataManager: { en: 'Data manager', nb: 'Dataforvalter' },
  statistician: { en: 'Trial statistician', nb: 'Studiestatistiker' },
  inspector: { en: 'Inspector', nb: 'Inspektør' },
  administrator: { en: 'Administrator', nb: 'Administrator' },
  unblindedPharmacist: { en: 'Pharmacist', nb: 'Farmasøyt' },
  safetyOfficer: { en: 'Safety officer', nb: 'Sikkerhetsansvarlig' },
  randomisationOfficer: { en: 'Randomisation officer', nb: 'Randomiseringsansvarlig' },
}

/** A role of this release by its name; any other as it is stored. */
export const roleName = (role: string): Text =>
  (roleNames as Readonly<Record<string, Text | undefined>>)[role] ?? { en: role, nb: role }
