import type { Refusal } from '@trialwright/protocol'
import type { StratumList } from '../list.ts'
import type { ExpectedList } from './readListFile.ts'
import { refuseFile } from './refusals.ts'

/** From so many slots on, an order that chance would hardly ever give is taken for a mistake of the maker's. */
const telling = 12

/**
 * Is it a list for this study, and was it drawn? A maker's own mistakes have checks that fit: a schedule sorted before it was
 * written, one list used for two strata (Yelland et al., Trials 2025, name both in published trials).
 */
export function checkLists(
  lists: readonly StratumList[],
  { strata, slotsPerStratum }: ExpectedList,
): readonly Refusal[] {
  return [
    ...(lists.length < strata.length ? [refuseFile('stratumMissing')] : []),
    ...(lists.some(({ arms }) => arms.length < slotsPerStratum) ? [refuseFile('tooFewSlots')] : []),
    ...(lists.some(({ arms }) => arms.length >= telling && isSorted(arms)) ? [refuseFile('sortedByArm')] : []),
    ...(areAlike(lists) ? [refuseFile('strataAlike')] : []),
  ]
}

/** Each arm stands in one piece. */
const isSorted = (arms: readonly string[]): boolean =>
  arms.filter((arm, index) => arm !== arms[index - 1]).length === new Set(arms).size

function areAlike(lists: readonly StratumList[]): boolean {
  const orders = lists.filter(({ arms }) => arms.length >= telling).map(({ arms }) => arms.slice(0, telling * 2).join())
  return orders.some((order, index) => order.split(',').length === telling * 2 && orders.indexOf(order) < index)
}
