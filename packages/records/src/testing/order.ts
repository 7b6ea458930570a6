/** One randomisation as the client saw it, in milliseconds of the client's clock, and the slot it was given. */
export interface Seen {
  readonly participant: string
  readonly stratum: string
  readonly slot: number
  readonly asked: number
  readonly answered: number
}

/**
 * What is wrong with a set of allocations: a slot or a participant twice, a gap, or a participant whose request was
 * answered before another's was sent, and who yet was given a later slot. Nothing is what is wanted.
 */
export function violationsOf(seen: readonly Seen[]): readonly string[] {
  const found: string[] = []
  const people = new Set<string>()
  for (const { participant } of seen) {
    if (people.has(participant)) found.push(`${participant} was randomised twice`)
    people.add(participant)
  }
  for (const [stratum, all] of Map.groupBy(seen, (each) => each.stratum)) {
    const inOrder = all.toSorted((a, b) => a.slot - b.slot)
    let latestAsked = Number.NEGATIVE_INFINITY
    for (const [index, { slot, asked, answered }] of inOrder.entries()) {
      if (slot !== index + 1) found.push(`${stratum}: place ${index + 1} of the list holds slot ${slot}`)
      if (answered < latestAsked)
        found.push(`${stratum}: slot ${slot} was answered before an earlier one was asked for`)
      latestAsked = Math.max(latestAsked, asked)
    }
  }
  return found
}
