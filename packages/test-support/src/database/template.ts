import { migrate, newPasswords, type Passwords } from '@trialwright/records'
import { connectedTo, withDatabase } from './statements.ts'

export type Template = { readonly template: string; readonly passwords: Passwords }

/** Migrates one database; every test copies it, which is faster than migrating anew. */
export async function makeTemplate(adminUrl: string): Promise<Template> {
  const template = 'trialwright_template'
  await connectedTo(adminUrl, (client) => client.query('create database trialwright_template'))
  const passwords = newPasswords()
  await migrate(withDatabase(adminUrl, template), passwords)
  return { template, passwords }
}
