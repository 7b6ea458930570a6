import { randomUUID } from 'node:crypto'
import type { Database } from '../pools/database.ts'
import { ask } from './account.ts'

export type NewGrant = {
  readonly accountId: string
  /** `-` for the installation's administrators. */
  readonly studyId: string
  readonly role: string
  /** Absent or null: all sites. */
  readonly site?: string | null
  /** For the role participant: the participant's code. */
  readonly participant?: string
  /** ISO 8601 with offset; now unless told. */
  readonly validFrom?: string
  readonly validUntil?: string
}

export type GrantResult =
  | { readonly result: 'granted'; readonly grantId: string }
  /** The person holds, or once held, a role on the other side of the blind in this study. */
  | { readonly result: 'otherBlindness' | 'noRole' | 'noAccount' }

/** Gives a role. */
export const grantRole = async (access: Database, grant: NewGrant, actor: string): Promise<GrantResult> => {
  const grantId = randomUUID()
  const answer = await ask<GrantResult['result']>(access, 'select access.grant_role($1, $2) as answer', [
    JSON.stringify({ grantId, ...grant }),
    actor,
  ])
  return answer === 'granted' ? { result: answer, grantId } : { result: answer }
}

/** Ends a grant now; the row stays. */
export const endGrant = (
  access: Database,
  studyId: string,
  grantId: string,
  actor: string,
): Promise<'ended' | 'noGrant'> =>
  ask(access, 'select access.end_grant($1, $2, $3) as answer', [studyId, grantId, actor])
