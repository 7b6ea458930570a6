import type { StudyCases } from '@trialwright/protocol/compile'
import { casesOfCodes } from './cases/codes.ts'
import { dateCheckCases } from './cases/checks-dates.ts'
import { listCheckCases } from './cases/checks-lists.ts'
import { measurementCheckCases } from './cases/checks-measurements.ts'
import { womenCheckCases } from './cases/checks-women.ts'
import { exclusionOfDiseaseCases } from './cases/exclusion-disease.ts'
import { exclusionOfMedicationCases } from './cases/exclusion-medication.ts'
import { exclusionOfTreatmentCases } from './cases/exclusion-treatment.ts'
import { inclusionCases } from './cases/inclusion.ts'

const decided: StudyCases = {
  ...inclusionCases,
  ...exclusionOfTreatmentCases,
  ...exclusionOfMedicationCases,
  ...exclusionOfDiseaseCases,
  ...dateCheckCases,
  ...measurementCheckCases,
  ...womenCheckCases,
  ...listCheckCases,
}

/** Per criterion and edit check, people it holds for, does not hold for, cannot be decided for, and its boundaries. */
export const cases: StudyCases = Object.fromEntries(
  Object.entries(decided).map(([id, own]) => [id, [...own, ...(casesOfCodes[id] ?? [])]]),
)
