import { createHash } from 'node:crypto'

/** Everything a blinded person, or whoever runs the server, saw of one replay, in order. */
export interface Trace {
  readonly places: readonly string[]
  readonly bytes: readonly string[]
}

export interface Difference {
  readonly place: string
  readonly here: string
  readonly there: string
}

/** Where observations go: kept, or held against those of another world. */
export interface Watcher {
  see(place: string, bytes: string): void
  /** Whether a page of that place is to be read; all are unless told. */
  readonly wants?: (place: string) => boolean
}

/** Ends a replay as soon as it is known to differ. */
export class Differs extends Error {
  override readonly name = 'Differs'
  readonly difference: Difference
  constructor(difference: Difference) {
    super(`${difference.place}\n  one world:   ${difference.here}\n  the other:   ${difference.there}`)
    this.difference = difference
  }
}

/** Keeps what is seen. Most answers are repeated often, so each text is held once. */
export function recording(): Watcher & Trace {
  const known = new Map<string, string>()
  const places: string[] = []
  const bytes: string[] = []
  return {
    places,
    bytes,
    see(place, seen) {
      const held = known.get(seen)
      if (held === undefined) known.set(seen, seen)
      places.push(place)
      bytes.push(held ?? seen)
    },
  }
}

/** Page reads are dealt out among worlds by their place: so many shares, of which a world reads one. */
export interface Share {
  readonly which: number
  readonly of: number
}

export const everyPage: Share = { which: 0, of: 1 }

/** A page is in one share, whatever the world; what is written, told by a command or logged is seen in every world. */
const inShare = ({ which, of }: Share) => {
  const shareOf = (place: string) => createHash('sha256').update(place).digest().readUInt32BE() % of
  return (place: string): boolean => of === 1 || !/ reads \/\S*$/.test(place) || shareOf(place) === which
}

/**
 * Holds what is seen against another world's trace, place by place; throws {@link Differs} at the first unlike byte. Of the
 * pages only a share is read.
 */
export function comparing(
  known: Trace,
  share: Share = everyPage,
): Watcher & { readonly seen: () => number; finish(): void } {
  const wants = inShare(share)
  const skip = () => {
    while (next < known.places.length && !wants(known.places[next]!)) next += 1
  }
  let next = 0
  return {
    wants,
    seen: () => next,
    see(place, seen) {
      skip()
      const [expected, expectedBytes] = [known.places[next], known.bytes[next]]
      next += 1
      if (expected !== place) throw new Differs({ place, here: `next comes ${String(expected)}`, there: 'this' })
      if (expectedBytes !== seen) throw new Differs({ place, ...excerpts(expectedBytes!, seen) })
    },
    finish() {
      skip()
      if (next !== known.places.length) throw new Differs({ place: 'the end', here: 'more follows', there: 'nothing' })
    },
  }
}

/** The first place where two traces differ, from a place on; undefined when the shorter is all in the longer. */
export function firstDifference(one: Trace, other: Trace, from = 0): Difference | undefined {
  for (let at = from; at < Math.min(one.places.length, other.places.length); at += 1) {
    const place = one.places[at]!
    if (place !== other.places[at]) return { place, here: 'this', there: String(other.places[at]) }
    if (one.bytes[at] !== other.bytes[at]) return { place, ...excerpts(one.bytes[at]!, other.bytes[at]!) }
  }
  return undefined
}

/** Both sides around the first unlike character. */
function excerpts(here: string, there: string): Pick<Difference, 'here' | 'there'> {
  let at = 0
  while (at < here.length && here[at] === there[at]) at += 1
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 60))
  return { here: `${around(here)} (${here.length})`, there: `${around(there)} (${there.length})` }
}
