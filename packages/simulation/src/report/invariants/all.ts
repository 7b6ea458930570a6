import { lockedLast, queriesSettled, signed, verified } from './closing.ts'
import { allocatedInOrder, confirmedBefore, consentFirst, eligibleWhenRandomised } from './inclusion.ts'
import type { Evidence, Invariant } from './invariant.ts'
import { attributed, codeBreaks, inWorkingHours } from './people.ts'
import { dosesAccounted } from './supply.ts'
import { apart, ended, noneAgainstRules, noneOnHold, rightBag } from './treatment.ts'

export const checkInvariants = (evidence: Evidence): readonly Invariant[] => [
  consentFirst(evidence),
  eligibleWhenRandomised(evidence),
  confirmedBefore(evidence),
  allocatedInOrder(evidence),
  noneOnHold(evidence),
  noneAgainstRules(evidence),
  apart(evidence),
  rightBag(evidence),
  ended(evidence),
  dosesAccounted(evidence),
  codeBreaks(evidence),
  queriesSettled(evidence),
  verified(evidence),
  signed(evidence),
  lockedLast(evidence),
  attributed(evidence),
  inWorkingHours(evidence),
]
