import { defineAssumptions } from '@trialwright/protocol'
import { checkAssumptions } from './assumptions/checks.ts'
import { conductAssumptions } from './assumptions/conduct.ts'
import { designAssumptions } from './assumptions/design.ts'
import { eligibilityAssumptions } from './assumptions/eligibility.ts'

/** Every value of this study that no source read so far fixes. A study with an open one runs in demo mode only. */
export const assumed = defineAssumptions({
  ...eligibilityAssumptions,
  ...conductAssumptions,
  ...designAssumptions,
  ...checkAssumptions,
})
