/** The login roles of an installation. Each sees its own schema and no other; `trialwright_migrate` owns everything and cannot log in. */
export const roles = ['blinded', 'unblinded', 'vault', 'access', 'audit'] as const

export type Role = (typeof roles)[number]

/** The database's name of a role. Roles belong to the whole server, so two databases on one server share them. */
export const roleName = (role: Role): string => `trialwright_${role}`

export const owner = 'trialwright_migrate'

export type Passwords = Readonly<Record<Role, string>>

/** The address under which the role logs in to the database that `adminUrl` names. */
export const roleUrl = (adminUrl: string, role: Role, passwords: Passwords): string => {
  const url = new URL(adminUrl)
  url.username = roleName(role)
  url.password = passwords[role]
  return url.href
}
