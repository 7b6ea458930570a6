import { hash } from 'node:crypto'
import type { Envelope } from '../events/stored.ts'
import type { Read } from '../pools/database.ts'
import type { Checked } from './page.ts'
import type { Problem } from './problem.ts'

type Fields = Readonly<Record<string, unknown>>

/** Collects what the events say about accounts and role grants, then compares it with the tables. */
export const watchAccounts = () => {
  const accounts = new Map<string, Fields>()
  const grants = new Map<string, Fields>()
  return {
    see: ({ streamId, record }: Checked): void => {
      if (!streamId.startsWith('access/')) return
      const { type, event } = JSON.parse(record) as Envelope
      const account = streamId.slice('access/'.length)
      const grant = String(event['grantId'])
      if (type === 'AccountCreated') accounts.set(account, { disabled: false, ...event })
      // A link used up sets the password; an account that is ended keeps its row.
      if (type === 'AccountActivated') accounts.set(account, { ...accounts.get(account), ...event })
      if (type === 'AccountDisabled') accounts.set(account, { ...accounts.get(account), disabled: true })
      if (type === 'AccountChanged') accounts.set(account, { ...accounts.get(account), ...event })
      if (type === 'RoleGranted') grants.set(grant, { accountId: account, ...event })
      if (type === 'RoleEnded') grants.set(grant, { ...grants.get(grant), ended: true })
    },
    compare: async (read: Read): Promise<Problem | undefined> =>
      (await compareAccounts(read, accounts)) ?? (await compareGrants(read, grants)),
  }
}

const compareAccounts = async (read: Read, told: Map<string, Fields>): Promise<Problem | undefined> => {
  const rows = await read<{ id: string; password_hash: string | null; fields: Fields }>(
    `select account_id::text as id, password_hash, jsonb_build_object('login', login, 'printedName', printed_name,
       'locale', locale, 'demo', demo, 'disabled', disabled_at is not null) as fields
     from access.account order by account_id`,
  )
  const differs = rows.find(({ id, password_hash, fields }) => {
    const event = told.get(id)
    const digest = password_hash === null ? undefined : hash('sha256', password_hash)
    return event === undefined || event['passwordDigest'] !== digest || !agree(event, fields)
  })
  const id = differs?.id ?? firstMissing(told, rows)
  return id === undefined ? undefined : { code: 'changedAccount', id }
}

const compareGrants = async (read: Read, told: Map<string, Fields>): Promise<Problem | undefined> => {
  const rows = await read<{ id: string; until: string | null; fields: Fields }>(
    `select grant_id::text as id, to_char(valid_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until,
       jsonb_build_object('accountId', account_id, 'studyId', study_id, 'role', role, 'site', site, 'participant', participant) as fields
     from access.role_grant order by grant_id`,
  )
  const differs = rows.find(({ id, until, fields }) => {
    const event = told.get(id)
    if (event === undefined || !agree(event, fields)) return true
    if (event['ended'] === true) return until === null
    return until !== event['validUntil']
  })
  const id = differs?.id ?? firstMissing(told, rows)
  return id === undefined ? undefined : { code: 'changedGrant', id }
}

/** A field the event leaves out was stored as null. */
const agree = (event: Fields, fields: Fields): boolean =>
  Object.entries(fields).every(([name, value]) => (event[name] ?? null) === value)

const firstMissing = (told: Map<string, Fields>, rows: readonly { readonly id: string }[]): string | undefined => {
  const held = new Set(rows.map(({ id }) => id))
  return [...told.keys()].find((id) => !held.has(id))
}
