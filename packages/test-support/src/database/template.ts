import * as records from '@trialwright/records'
import { connectedTo, withDatabase } from './statements.ts'

export type Template = { readonly template: string }

/** Migrates one database; every test copies it, which is faster than migrating anew. */
export async function makeTemplate(adminUrl: string): Promise<Template> {
  const template = 'trialwright_template'
  await connectedTo(adminUrl, (client) => client.query(`create database ${template}`))
  const { migrate } = records as { migrate?: (url: string) => Promise<unknown> }
  await migrate?.(withDatabase(adminUrl, template))
  return { template }
}
