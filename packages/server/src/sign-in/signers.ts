import { createHash } from 'node:crypto'

const remembered = 20_000

/**
 * Sessions in which somebody has signed with both components. Kept in memory: a server that has forgotten a session asks
 * for both again, which is always right.
 */
export function createSigners() {
  const signed = new Set<string>()
  const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
  return {
    hasSigned: (token: string): boolean => signed.has(keyOf(token)),
    signs(token: string): void {
      signed.add(keyOf(token))
      const oldest = signed.size > remembered ? signed.values().next().value : undefined
      if (oldest !== undefined) signed.delete(oldest)
    },
  }
}

export type Signers = ReturnType<typeof createSigners>
