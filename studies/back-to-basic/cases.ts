import type { StudyCases } from '@trialwright/protocol/compile'
import { exclusionOfDiseaseCases } from './cases/exclusion-disease.ts'
import { exclusionOfMedicationCases } from './cases/exclusion-medication.ts'
import { exclusionOfTreatmentCases } from './cases/exclusion-treatment.ts'
import { inclusionCases } from './cases/inclusion.ts'

/** Per criterion, people it holds for, does not hold for, cannot be decided for, and its boundaries. */
export const cases: StudyCases = {
  ...inclusionCases,
  ...exclusionOfTreatmentCases,
  ...exclusionOfMedicationCases,
  ...exclusionOfDiseaseCases,
}
