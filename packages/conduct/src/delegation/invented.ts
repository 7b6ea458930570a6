import type { CompiledStudy } from '@trialwright/protocol'
import type { Role } from '../roles.ts'

const usual: Partial<Record<Role, readonly string[]>> = {
  coordinator: ['consent', 'eligibility', 'randomisation', 'visits', 'data', 'infusion'],
  nurse: ['visits', 'data', 'infusion'],
  investigator: ['consent', 'eligibility', 'randomisation', 'visits', 'data', 'infusion', 'medical', 'signing'],
  unblindedPharmacist: ['product'],
}

/** The duties a demo or a test delegates to somebody of a role, of those the study's log holds. */
export const inventedDuties = ({ duties = [] }: Pick<CompiledStudy, 'duties'>, role: Role): readonly string[] =>
  (usual[role] ?? []).filter((duty) => duties.some(({ id }) => id === duty))
