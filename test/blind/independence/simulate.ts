import { type Draw, drawLabel, generateList, type ListSpecification } from '@trialwright/conduct'
import { pick } from '../draw.ts'

/** What a blinded person can write down of one infusion, as numbers; and, beside it, the secret. */
export interface Infusion {
  readonly experimental: boolean
  readonly seen: Readonly<Record<string, number>>
}

const specification: ListSpecification = {
  method: 'permutedBlocks',
  ratio: { experimental: 1, comparator: 1 },
  blocks: [4, 6, 8],
  strata: ['a', 'b', 'c', 'd', 'e', 'f'],
  slotsPerStratum: 30,
}
/** Participants of a site, and infusions of a participant. */
const people = 21
const infusions = 4

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const digit = (character: string): number => alphabet.indexOf(character)

/** A whole trial: its list and its labels drawn as the product draws them, recruitment at random days. */
export function simulated(draw: Draw): readonly Infusion[] {
  const { lists } = generateList(specification, draw)
  return lists.flatMap(({ arms }) => {
    let day = 0
    let lastLabel = 0
    return arms.slice(0, people).flatMap((arm, slot) => {
      const pause = pick(20, draw)
      day += pause
      return Array.from({ length: infusions }, () => {
        const label = drawLabel(draw)
        const characters = Array.from(label.slice(0, 8))
        const places = Object.fromEntries(characters.map((each, place) => [`character ${place + 1}`, digit(each)]))
        const number = characters.reduce((sum, each) => sum * 32 + digit(each), 0)
        const gap = number - lastLabel
        lastLabel = number
        const order = { slot, 'day of randomisation': day, 'days since the last': pause, weekday: day % 7 }
        const seen = {
          label: number,
          ...places,
          check: label.charCodeAt(9),
          gap,
          'size of gap': Math.abs(gap),
          ...order,
        }
        return { experimental: arm === 'experimental', seen }
      })
    })
  })
}

/** Kits as they are not made here: each arm's lowest number on the shelf is given. `ordered`: all of one arm come first. */
export function kitsOnShelf(arms: readonly string[], ordered: boolean, draw: Draw) {
  const contents = [...new Set(arms)].flatMap((arm) => Array.from({ length: arms.length }, () => arm))
  const numbered = ordered
    ? contents
    : contents
        .map((arm) => [pick(1_000_000, draw), arm] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, arm]) => arm)
  const shelf = numbered.map((arm, kit) => ({ arm, kit }))
  return arms.map((arm) => {
    const at = shelf.findIndex((each) => each.arm === arm)
    const [{ kit }] = shelf.splice(at, 1) as [{ arm: string; kit: number }]
    return { kit, passedOver: shelf.slice(0, at).map((each) => each.kit) }
  })
}
