import type { CompiledEncounter } from '../compiled.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'

const { error, warning } = findingsOf('encounterOrder')

const daysOf = ({ at: { value, unit } }: CompiledEncounter): number => (unit === 'd' ? value : value * 30.4375)

/** Encounters stand in the order in which they come: "latest" and the timeline follow it. */
export const encounterOrder: Check = ({ encounters, epochs }) => {
  const epochNumber = new Map(epochs.map(({ id }, index) => [id, index]))
  const found: Finding[] = []
  let latestEpoch: CompiledEncounter | undefined
  encounters.forEach((encounter, index) => {
    const number = epochNumber.get(encounter.epoch) ?? 0
    const before = encounters
      .slice(0, index)
      .find(
        (other) =>
          other.anchor === encounter.anchor &&
          other.contact === encounter.contact &&
          other.epoch === encounter.epoch &&
          daysOf(other) > daysOf(encounter),
      )
    if (latestEpoch !== undefined && number < (epochNumber.get(latestEpoch.epoch) ?? 0))
      found.push(
        error(
          `encounters.${encounter.id}`,
          `${encounter.short.en} belongs to an earlier epoch than ${latestEpoch.short.en}, which stands before it.`,
          `${encounter.short.nb} hører til en tidligere periode enn ${latestEpoch.short.nb}, som står foran.`,
        ),
      )
    else latestEpoch = encounter
    if (before !== undefined)
      found.push(
        warning(
          `encounters.${encounter.id}`,
          `${encounter.short.en} is planned before ${before.short.en}, which stands before it.`,
          `${encounter.short.nb} er planlagt før ${before.short.nb}, som står foran.`,
        ),
      )
  })
  return found
}
