import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const hour = 3_600_000
const allowed = 10
const remembered = 20_000

/**
 * Holds back guessing: ten failures an hour for one name from one network, after that no further try from there until the
 * oldest is an hour old. A stranger elsewhere therefore locks nobody out, and on the same network the owner's own browser,
 * known by its device cookie, has an allowance of its own.
 */
export function createAttempts(clock: () => number = () => performance.now()) {
  const secret = randomBytes(32)
  const failures = new Map<string, number[]>()

  const recent = (source: string): number[] => (failures.get(source) ?? []).filter((at) => at > clock() - hour)
  const seal = (login: string) => createHmac('sha256', secret).update(login.toLowerCase()).digest('base64url')

  return {
    /** Where a try comes from, for counting. */
    source: (login: string, address: string, device: string | undefined): string =>
      `${login.toLowerCase()}|${device !== undefined && equal(device, seal(login)) ? 'known' : network(address)}`,
    /** Seconds to wait before the next try; 0 when it may be made now. */
    wait(source: string): number {
      const past = recent(source)
      const oldest = past.at(-allowed)
      return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + hour - clock()) / 1000))
    },
    failed(source: string): void {
      const past = [...recent(source), clock()].slice(-allowed)
      failures.delete(source)
      failures.set(source, past)
      const first = failures.size > remembered ? failures.keys().next().value : undefined
      if (first !== undefined) failures.delete(first)
    },
    succeeded: (source: string): boolean => failures.delete(source),
    deviceCookie: seal,
  }
}

export type Attempts = ReturnType<typeof createAttempts>

const equal = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The /24 of an IPv4 address, the /48 of an IPv6 one: what one stranger holds. */
export const network = (address: string): string => {
  const plain = address.replace(/^::ffff:/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 3).join(':') : plain.split('.').slice(0, 3).join('.')
}
