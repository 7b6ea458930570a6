import { type Database, type DatabaseOptions, openDatabase } from './database.ts'
import { type Passwords, type Role, roles, roleUrl } from './role.ts'

export type Pools = Readonly<Record<Role, Database>> & { readonly close: () => Promise<void> }

export type PoolsConfig = DatabaseOptions & {
  /** Any address of the database; user and password in it are replaced by the roles'. */
  readonly url: string
  readonly passwords: Passwords
}

/** Opens one pool per role. Connections are made when first needed. */
export const openPools = (config: PoolsConfig): Pools => {
  const byRole = Object.fromEntries(
    roles.map((role) => [role, openDatabase(roleUrl(config.url, role, config.passwords), config)]),
  ) as Record<Role, Database>
  return { ...byRole, close: async () => void (await Promise.all(roles.map((role) => byRole[role].close()))) }
}

/** Counts the round trips a pool makes from now on. */
export const countStatements = (database: Database): (() => number) => {
  const before = database.statements()
  return () => database.statements() - before
}
