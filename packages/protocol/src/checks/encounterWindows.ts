import type { CompiledEncounter } from '../compiled.ts'
import { findingsOf, type Check } from './finding.ts'

const { error } = findingsOf('encounterWindows')

/** A calendar month as days, for windows that months apart cannot bring to touch. */
const daysOf = ({ at: { value, unit } }: CompiledEncounter): number => (unit === 'd' ? value : value * 30.4375)

/**
 * Two visits of one kind and epoch, planned from the same day, must not both be open on a day: nobody could
 * say which of them took place.
 */
export const encounterWindows: Check = ({ encounters }) =>
  encounters.flatMap((first, index) =>
    encounters
      .slice(index + 1)
      .filter(
        (second) =>
          second.anchor === first.anchor &&
          second.contact === first.contact &&
          second.epoch === first.epoch &&
          daysOf(first) - first.window.early <= daysOf(second) + second.window.late &&
          daysOf(second) - second.window.early <= daysOf(first) + first.window.late,
      )
      .map((second) =>
        error(
          `encounters.${second.id}.window`,
          `The windows of ${first.short.en} and ${second.short.en} overlap.`,
          `Vinduene for ${first.short.nb} og ${second.short.nb} overlapper.`,
        ),
      ),
  )
