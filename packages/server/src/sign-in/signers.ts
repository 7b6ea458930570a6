const remembered = 20_000

/**
 * Sessions, by their ids, in which somebody has signed with both components. Kept in memory: a server that has forgotten a
 * session asks for both again, which is always right.
 */
export function createSigners() {
  const signed = new Set<string>()
  return {
    hasSigned: (session: string): boolean => signed.has(session),
    signs(session: string): void {
      signed.add(session)
      const oldest = signed.size > remembered ? signed.values().next().value : undefined
      if (oldest !== undefined) signed.delete(oldest)
    },
  }
}

export type Signers = ReturnType<typeof createSigners>
