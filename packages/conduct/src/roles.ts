/**
 * Who works in a trial, and whether they must not know the arm. Adding a role here makes the compiler name every
 * table that has not answered for it.
 */
export const roles = {
  participant: { blinded: true },
  coordinator: { blinded: true },
  nurse: { blinded: true },
  investigator: { blinded: true },
  mriReader: { blinded: true },
  monitor: { blinded: true },
  dataManager: { blinded: true },
  statistician: { blinded: true },
  inspector: { blinded: true },
  administrator: { blinded: true },
  unblindedPharmacist: { blinded: false },
  safetyOfficer: { blinded: false },
  randomisationOfficer: { blinded: false },
} as const

export type Role = keyof typeof roles
export type BlindedRole = { [R in Role]: (typeof roles)[R]['blinded'] extends true ? R : never }[Role]
export type UnblindedRole = Exclude<Role, BlindedRole>

export const allRoles = Object.keys(roles) as readonly Role[]

export const isRole = (name: string): name is Role => Object.hasOwn(roles, name)

/** Whether the role must not learn any arm. */
export const isBlinded = (role: Role): role is BlindedRole => roles[role].blinded

/** One person never holds a blinded and an unblinded role in one study (ICH E6(R3) 4.3.8). */
export const mayHoldTogether = (held: readonly Role[]): boolean => new Set(held.map(isBlinded)).size <= 1
