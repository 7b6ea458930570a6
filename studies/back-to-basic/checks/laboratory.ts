import { allOf, defineChecks, type LaboratoryHandle, type Quantity } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { hepatitis } from '../forms/hepatitis.ts'
import { laboratory } from '../forms/laboratory.ts'

/** Within so many times the result of the visit before, up and down. */
function within<Unit extends string>(result: LaboratoryHandle<Unit>, up: Quantity<'1'>, down: Quantity<'1'>) {
  const before = result.atPreviousVisit()
  const now = result.atThisVisit()
  return {
    expects: allOf(now.atMost(before.times(up, result.unit)), now.atLeast(before.times(down, result.unit))),
    about: [now, before],
    strictness: 'soft',
  } as const
}

const changed = (en: string, nb: string) => ({
  en: `${en} since the sample before. Are value and unit right?`,
  nb: `${nb} siden forrige prøve. Er verdi og enhet riktige?`,
})

/** Changes that are likelier a slip, another unit or another person’s sample than a course. */
export const laboratoryChecks = defineChecks({
  haemoglobinChange: {
    text: changed('Haemoglobin has changed by more than a quarter', 'Hemoglobin har endret seg mer enn en fjerdedel'),
    ...within(laboratory.haemoglobin, assumed.checkHaemoglobinUp, assumed.checkHaemoglobinDown),
    assumes: ['checkHaemoglobinUp', 'checkHaemoglobinDown'],
  },
  plateletsChange: {
    text: changed('Platelets have doubled or halved', 'Trombocytter er doblet eller halvert'),
    ...within(laboratory.platelets, assumed.checkDoubled, assumed.checkHalved),
    assumes: ['checkDoubled', 'checkHalved'],
  },
  creatinineChange: {
    text: changed('Creatinine has doubled or halved', 'Kreatinin er doblet eller halvert'),
    ...within(laboratory.creatinine, assumed.checkDoubled, assumed.checkHalved),
    assumes: ['checkDoubled', 'checkHalved'],
  },
  alatChange: {
    text: changed('ALAT is five times as high', 'ALAT er fem ganger så høy'),
    expects: laboratory.alat.atThisVisit().atMost(laboratory.alat.atPreviousVisit().times(assumed.checkAlatUp, 'U/L')),
    about: [laboratory.alat.atThisVisit(), laboratory.alat.atPreviousVisit()],
    strictness: 'soft',
    assumes: ['checkAlatUp'],
  },
  neutrophilsWithinLeucocytes: {
    text: {
      en: 'There are more neutrophils than leucocytes.',
      nb: 'Det er flere nøytrofile enn leukocytter.',
    },
    expects: laboratory.neutrophils.atThisVisit().atMost(laboratory.leucocytes.atThisVisit()),
    about: [laboratory.neutrophils.atThisVisit(), laboratory.leucocytes.atThisVisit()],
    strictness: 'soft',
  },
  hepatitisHistory: {
    text: {
      en: 'Anti-HBc is positive, but no earlier hepatitis B is told. Is the history right?',
      nb: 'Anti-HBc er positiv, men det er ikke oppgitt tidligere hepatitt B. Er sykehistorien riktig?',
    },
    appliesTo: hepatitis.antiHbc.atThisVisit().is('positive'),
    expects: hepatitis.historyB.atThisVisit().isYes(),
    about: [hepatitis.historyB.atThisVisit(), hepatitis.antiHbc.atThisVisit()],
    strictness: 'soft',
  },
})
