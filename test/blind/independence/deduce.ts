/** Somebody's kit, and the kits of lower number that lay beside it and were passed over. */
export interface Dispensed {
  readonly kit: number
  readonly passedOver: readonly number[]
}

/**
 * Share of pairs of participants of whom it is certain that they have the same arm, or that they have not, to somebody who
 * sees every kit number and knows that an arm's lowest number is given: whoever passes a kit over has the other arm than that
 * kit. Two arms, so what follows is parity.
 */
export function certainPairs(history: readonly Dispensed[]): number {
  const arms = parities()
  for (const { kit, passedOver } of history) for (const lower of passedOver) arms.differ(kit, lower)
  return shareOfPairs(history.length, (one, other) => arms.known(history[one]!.kit, history[other]!.kit))
}

/**
 * Share of pairs that are certain to somebody who knows the whole mechanism and can try every assignment of arms: pairs alike,
 * or unlike, in all assignments that lead to what was seen.
 */
export function certainPairsAmong(assignments: readonly (readonly string[])[]): number {
  const people = assignments[0]?.length ?? 0
  return shareOfPairs(people, (one, other) => {
    const alike = assignments.filter((arms) => arms[one] === arms[other]).length
    return alike === 0 || alike === assignments.length
  })
}

function shareOfPairs(people: number, certain: (one: number, other: number) => boolean): number {
  let found = 0
  for (let one = 0; one < people; one += 1)
    for (let other = one + 1; other < people; other += 1) found += Number(certain(one, other))
  return found / ((people * (people - 1)) / 2)
}

/** Union and find, each member with its parity against the root. */
function parities() {
  const parent = new Map<number, { readonly of: number; readonly odd: boolean }>()
  const root = (member: number): { readonly of: number; readonly odd: boolean } => {
    const above = parent.get(member)
    if (above === undefined) return { of: member, odd: false }
    const top = root(above.of)
    const found = { of: top.of, odd: top.odd !== above.odd }
    parent.set(member, found)
    return found
  }
  return {
    differ(one: number, other: number) {
      const [a, b] = [root(one), root(other)]
      if (a.of !== b.of) parent.set(a.of, { of: b.of, odd: a.odd === b.odd })
    },
    known: (one: number, other: number) => root(one).of === root(other).of,
  }
}
