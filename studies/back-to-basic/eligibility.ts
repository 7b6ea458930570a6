import { defineEligibility } from '@trialwright/protocol'
import { exclusionOfDisease } from './eligibility/exclusion-disease.ts'
import { exclusionOfMedication } from './eligibility/exclusion-medication.ts'
import { exclusionOfTreatment } from './eligibility/exclusion-treatment.ts'
import { inclusion } from './eligibility/inclusion.ts'

/** The registry's 3 inclusion and 31 exclusion criteria in its order, each with its sentence word for word. */
export const eligibility = defineEligibility({
  inclusion,
  exclusion: { ...exclusionOfTreatment, ...exclusionOfMedication, ...exclusionOfDisease },
})
