import type pg from 'pg'
import { sqlState } from '../pools/failure.ts'
import { owner, type Passwords, roleName, roles } from '../pools/role.ts'
import { scramVerifier } from './scram.ts'
import { together } from './together.ts'

/**
 * Creates the owner and the run-time roles where missing, and sets the run-time passwords.
 * Roles belong to the server: another database may be doing the same at this moment.
 */
export const ensureRoles = async (admin: pg.Client, passwords: Passwords): Promise<void> => {
  await unlessPresent(admin, `create role ${owner} nologin noinherit`)
  await together(() => admin.query(`grant ${owner} to current_user`))
  for (const role of roles) {
    await unlessPresent(admin, `create role ${roleName(role)} login noinherit`)
    const { rows } = await admin.query<{ statement: string }>(
      `select format('alter role %I with login noinherit nocreatedb nocreaterole password %L', $1::text, $2::text) as statement`,
      [roleName(role), scramVerifier(passwords[role])],
    )
    await together(() => admin.query(rows[0]!.statement))
  }
}

/** Only the product's roles may connect to its database, and the owner may create schemas in it. */
export const limitDatabase = async (admin: pg.Client): Promise<void> => {
  const { rows } = await admin.query<{ statement: string }>(
    `select unnest(array[
       format('revoke all on database %I from public', current_database()),
       format('grant create on database %I to %I', current_database(), $1::text),
       format('grant connect on database %I to ${roles.map(roleName).join(', ')}', current_database()),
       'revoke all on schema public from public']) as statement`,
    [owner],
  )
  for (const { statement } of rows) await together(() => admin.query(statement))
}

const unlessPresent = async (admin: pg.Client, statement: string): Promise<void> => {
  try {
    await admin.query(statement)
  } catch (error) {
    if (!['42710', '23505'].includes(sqlState(error) ?? '')) throw error
  }
}
