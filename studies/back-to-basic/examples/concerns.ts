import type { StudyCases } from '@trialwright/protocol/compile'
import { whoCanBecomePregnant, women } from './women.ts'

const each = (paths: readonly string[], cases: StudyCases[string]): StudyCases =>
  Object.fromEntries(paths.map((path) => [path, cases]))

/** Whom encounters, procedures and items concern. */
export const concerns: StudyCases = {
  ...each(
    [
      ...Array.from({ length: 9 }, (_, index) => `encounters.hcgMonth${index + 1}`),
      'procedures.pregnancyTest',
      'procedures.monthlyPregnancyTest',
      'forms.contraception.method',
      'forms.contraception.agrees',
    ],
    whoCanBecomePregnant,
  ),
  ...each(
    [
      'procedures.childbearing',
      'procedures.contraception',
      'forms.contraception.pregnant',
      'forms.contraception.breastfeeding',
    ],
    women,
  ),
}
