import { createHmac, timingSafeEqual } from 'node:crypto'

const hour = 3_600_000
const allowed = 10
/** For a network somebody has signed in from: a hospital's people come from one address, and mistype. */
const allowedThere = 100
const remembered = 200_000

/** What failures are counted by, and how many an hour are let through. */
export interface Source {
  readonly key: string
  readonly allowed: number
}

export interface Try {
  readonly login: string
  readonly address: string
  readonly device: string | undefined
  /** The name's owner has signed in from this network before. */
  readonly knownNetwork: boolean
}

/**
 * Holds back guessing. Failures of one name are counted for the owner's own browsers (known by their device cookie), for
 * each network the owner has signed in from, and for all the rest of the world together: ten an hour each. So a stranger,
 * however many addresses it has, gets ten tries an hour at a name and keeps its owner out of nothing but places the owner
 * has never been. A network is held back too, whatever names it tries.
 */
export function createAttempts(secret: Uint8Array, clock: () => number = () => performance.now()) {
  const failures = new Map<string, number[]>()
  const trusted = new Set<string>()

  const recent = (key: string): number[] => (failures.get(key) ?? []).filter((at) => at > clock() - hour)
  const seal = (login: string) => createHmac('sha256', secret).update(login.toLowerCase()).digest('base64url')
  const waitFor = ({ key, allowed: most }: Source): number => {
    const oldest = recent(key).at(-most)
    return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + hour - clock()) / 1000))
  }
  const isKnownDevice = ({ login, device }: Try) => device !== undefined && equal(device, seal(login))

  return {
    /** By what a try is counted. */
    sources(one: Try): readonly Source[] {
      const name = one.login.toLowerCase()
      if (isKnownDevice(one)) return [{ key: `${name}|known`, allowed }]
      const net = network(one.address)
      return [
        { key: `${name}|${one.knownNetwork ? net : 'elsewhere'}`, allowed },
        { key: `|${net}`, allowed: trusted.has(net) ? allowedThere : allowed },
      ]
    },
    /** Counted apart: whoever sits at an open session and tries to sign. */
    signing: (login: string): readonly Source[] => [{ key: `${login.toLowerCase()}|signing`, allowed }],
    /** Seconds to wait before the next try; 0 when it may be made now. */
    wait: (sources: readonly Source[]): number => Math.max(...sources.map(waitFor)),
    /** Counts a failure; true when it was the last one let through. */
    failed(sources: readonly Source[]): boolean {
      for (const { key, allowed: most } of sources) {
        const past = [...recent(key), clock()].slice(-most)
        failures.delete(key)
        failures.set(key, past)
        const first = failures.size > remembered ? failures.keys().next().value : undefined
        if (first !== undefined) failures.delete(first)
      }
      return sources.some((source) => waitFor(source) > 0)
    },
    /** A network's failures with other names are not forgotten for one success. */
    succeeded(sources: readonly Source[], address?: string): void {
      for (const { key } of sources) if (!key.startsWith('|')) failures.delete(key)
      if (address !== undefined) trusted.add(network(address))
    },
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
