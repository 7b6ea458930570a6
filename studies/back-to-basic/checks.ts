import { defineChecks } from '@trialwright/protocol'
import { dateChecks } from './checks/dates.ts'
import { laboratoryChecks } from './checks/laboratory.ts'
import { listChecks } from './checks/lists.ts'
import { measurementChecks } from './checks/measurements.ts'
import { womenChecks } from './checks/women.ts'

/** What values are expected to agree on, beside the limits of each item. */
export const checks = defineChecks({
  ...dateChecks,
  ...measurementChecks,
  ...laboratoryChecks,
  ...womenChecks,
  ...listChecks,
})
