import type { CompiledStudy } from '../compiled.ts'
import { arithmeticUnits } from './arithmeticUnits.ts'
import { assumptions } from './assumptions.ts'
import { blinding } from './blinding.ts'
import { cases } from './cases.ts'
import { codes } from './codes.ts'
import { consentVersions } from './consentVersions.ts'
import { criterionNumbers } from './criterionNumbers.ts'
import { durations } from './durations.ts'
import { editChecks } from './editChecks.ts'
import { encounterOrder } from './encounterOrder.ts'
import { encounterWindows } from './encounterWindows.ts'
import type { Check, Finding, StudyCases } from './finding.ts'
import { itemLimits } from './itemLimits.ts'
import { judgement } from './judgement.ts'
import { licensedForms } from './licensedForms.ts'
import { minimisation, minimisationLevels } from './minimisation.ts'
import { names } from './names.ts'
import { occurrences } from './occurrences.ts'
import { possible } from './possible.ts'
import { randomisation } from './randomisation.ts'
import { references } from './references.ts'
import { rowItems } from './rowItems.ts'
import { scores } from './scores.ts'
import { sites } from './sites.ts'
import { supply } from './supply.ts'
import { translations } from './translations.ts'
import { treatment } from './treatment.ts'
import { units } from './units.ts'
import { unscheduledForms } from './unscheduledForms.ts'
import { verification } from './verification.ts'

export type { Check, Finding, StudyCases } from './finding.ts'

/** Without these a study cannot be evaluated at all. */
export const structural: Readonly<Record<string, Check>> = { names, references, rowItems, durations }

export const others: Readonly<Record<string, Check>> = {
  units,
  arithmeticUnits,
  codes,
  itemLimits,
  scores,
  translations,
  criterionNumbers,
  judgement,
  editChecks,
  blinding,
  assumptions,
  unscheduledForms,
  verification,
  occurrences,
  encounterOrder,
  encounterWindows,
  randomisation,
  minimisation,
  sites,
  treatment,
  supply,
  consentVersions,
  licensedForms,
}

/** These evaluate the study’s conditions. */
export const evaluating: Readonly<Record<string, Check>> = { possible, minimisationLevels, cases }

/** What types cannot see. A study whose names lead nowhere is not evaluated further: that would find nothing but the same. */
export function checkStudy(study: CompiledStudy, given?: StudyCases): readonly Finding[] {
  const run = (checks: Readonly<Record<string, Check>>) => Object.values(checks).flatMap((check) => check(study, given))
  const first = run(structural)
  return [...first, ...run(others), ...(first.length === 0 ? run(evaluating) : [])]
}
