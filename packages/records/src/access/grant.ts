import { randomUUID } from 'node:crypto'
import type { Database } from '../pools/database.ts'
import { ask } from './account.ts'

export type NewGrant = {
  readonly accountId: string
  /** A new one unless told; the same one given again is given already. */
  readonly grantId?: string
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
  const { grantId = randomUUID() } = grant
  const answer = await ask<GrantResult['result']>(access, 'select access.grant_role_once($1, $2) as answer', [
    JSON.stringify({ ...grant, grantId }),
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

export type Review = {
  readonly reviewId: string
  readonly studyId: string
  readonly grantId: string
  readonly outcome: 'kept' | 'ended'
  readonly note: string
}

/** Somebody looked whether a person still needs a role, and kept or ended it. Nobody reviews their own. */
export const reviewGrant = (access: Database, review: Review, actor: string): Promise<'reviewed' | 'noGrant' | 'own'> =>
  ask(access, 'select access.review_grant($1, $2) as answer', [JSON.stringify(review), actor])
