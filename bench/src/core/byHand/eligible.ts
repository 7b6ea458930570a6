import { dateInterval, dayNumber, shiftDay, yearsBetween } from '@trialwright/protocol'
import { type Answered, isYes, numberOf, type Row, rowsOf, textOf } from './answers.ts'

/*
 * The 34 criteria over what virtual people answer, written by hand for this one protocol: nobody of the model leaves an
 * answer open but that of an indeterminate IGRA, so yes and no are enough.
 */

export function isEligible(all: Answered, consented: number, today: number): boolean {
  const born = dayNumber(textOf(all, 'demography', 'birthDate') as string)
  const age = yearsBetween(born, consented)
  if (age < 18 || age > 65) return false
  const female = textOf(all, 'demography', 'sex') === 'female'
  return (
    hasPain(all, today) &&
    hasModicChange(all) &&
    !hasInfection(all) &&
    !isTreated(all, today) &&
    !hadSurgery(all, today) &&
    !hasCondition(all) &&
    !(female && isPregnant(all)) &&
    !(female && isFertile(all, today) && !preventsPregnancy(all)) &&
    !takesOpioids(all, today) &&
    !hasTuberculosis(all) &&
    !hasHepatitis(all) &&
    !vaccinated(all, today) &&
    bloodIsUsual(all, female) &&
    canTakePart(all)
  )
}

function hasPain(all: Answered, today: number): boolean {
  if (textOf(all, 'painHistory', 'mainSite') !== 'lowBack' || numberOf(all, 'painHistory', 'daysWithPain') <= 50)
    return false
  const onset = dateInterval(textOf(all, 'painHistory', 'onset') as string)?.high ?? Infinity
  if (onset >= shiftDay(today, { value: -6, unit: 'mo' })) return false
  const pain = (numberOf(all, 'nrs', 'now') + numberOf(all, 'nrs', 'worst') + numberOf(all, 'nrs', 'usual')) / 3
  return pain >= 5 || (odiOf(all) ?? 0) >= 25
}

const sections = [
  'pain',
  'care',
  'lifting',
  'walking',
  'sitting',
  'standing',
  'sleep',
  'sexLife',
  'socialLife',
  'travel',
]

/** Over the sections answered, eight at least; none while a section is open. Who passes one over says so. */
export function odiOf(all: Answered): number | undefined {
  const answers = all.get('odi')
  let [sum, answered] = [0, 0]
  for (const section of sections) {
    const answer = answers?.[section]
    if (answer === undefined) return undefined
    if (typeof answer !== 'string') continue
    sum += Number(answer)
    answered += 1
  }
  return answered < 8 ? undefined : (100 * sum) / (5 * answered)
}

const hasModicChange = (all: Answered): boolean =>
  rowsOf(all, 'mriReading', 'endplates').some(
    ({ height, primaryType, secondaryType }) =>
      typeof height === 'number' && height >= 10 && (primaryType === 'type1' || secondaryType === 'type1'),
  )

/** EX01, asked again before every infusion. */
export const hasInfection = (all: Answered): boolean =>
  numberOf(all, 'vitals', 'temperature') >= 38 || isYes(all, 'safetyEvaluation', 'infection')

const foreign = new Set(['infliximab', 'murineProtein', 'excipient'])
const listed = new Set(['antibody', 'cytostatic', 'immunophilinDrug', 'interferon', 'mycophenolate', 'otherDmard'])
const treatmentsOf = (all: Answered): readonly Row[] =>
  isYes(all, 'immunosuppression', 'ever') ? rowsOf(all, 'immunosuppression', 'treatments') : []

const isTreated = (all: Answered, today: number): boolean =>
  (isYes(all, 'allergies', 'any') &&
    rowsOf(all, 'allergies', 'substances').some(({ substance }) => foreign.has(String(substance)))) ||
  treatmentsOf(all).some(
    ({ group, seriousAdverseEvent, ongoing, stop }) =>
      group === 'infliximab' ||
      (listed.has(String(group)) &&
        (seriousAdverseEvent === 'yes' || ongoing === 'yes' || dayNumber(String(stop)) >= today - 365)),
  ) ||
  isSuppressed(all)

const suppressants = ['H02', 'L01', 'L03', 'L04']
const systemic = new Set(['oral', 'injection', 'infusion', 'rectal', 'transdermal'])

/** EX11, asked again before every infusion. */
export const isSuppressed = (all: Answered): boolean =>
  rowsOf(all, 'medications', 'list').some(
    ({ atc, route, ongoing }) =>
      suppressants.some((each) => String(atc).startsWith(each)) && systemic.has(String(route)) && ongoing === 'yes',
  ) || treatmentsOf(all).some(({ ongoing }) => ongoing === 'yes')

const mild = [
  'N02AA59',
  'N02AA79',
  'N02AJ06',
  'N02AJ07',
  'N02AJ08',
  'N02AJ09',
  'N02AJ13',
  'N02AJ14',
  'N02AJ15',
  'N02AX02',
]

const takesOpioids = (all: Answered, today: number): boolean =>
  rowsOf(all, 'medications', 'list').some(
    ({ atc, ongoing, daysPerWeek, start }) =>
      String(atc).startsWith('N02A') &&
      !mild.some((each) => String(atc).startsWith(each)) &&
      ongoing === 'yes' &&
      (daysPerWeek as number) >= 4 &&
      (dateInterval(String(start))?.high ?? Infinity) <= today - 28,
  )

const lowBack = new Set(['L1L2', 'L2L3', 'L3L4', 'L4L5', 'L5S1'])

function hadSurgery(all: Answered, today: number): boolean {
  const yearAgo = shiftDay(today, { value: -12, unit: 'mo' })
  return rowsOf(all, 'backSurgery', 'operations').some(({ kind, level, date }) => {
    if (kind === 'fusion' || kind === 'discProsthesis' || kind === 'other') return lowBack.has(String(level))
    const day = dayNumber(String(date))
    return day >= yearAgo && day <= today
  })
}

const hasCondition = (all: Answered): boolean =>
  ['rheumaticDisease', 'malignancy', 'diabetes', 'psoriasis'].some((item) => isYes(all, 'medicalHistory', item)) ||
  ['immunodeficiency', 'bowelDisease', 'demyelination'].some(
    (item) => textOf(all, 'medicalHistory', item) !== 'none',
  ) ||
  /^(III|IV)$/.test(String(textOf(all, 'medicalHistory', 'heartFailure'))) ||
  isYes(all, 'medicalHistory', 'plannedSurgery') ||
  isYes(all, 'investigatorJudgement', 'specificDiagnosis') ||
  isYes(all, 'investigatorJudgement', 'cancerRisk')

export function isFertile(all: Answered, today: number): boolean {
  if (textOf(all, 'demography', 'sex') !== 'female' || !isYes(all, 'childbearing', 'menarche')) return false
  const last = dayNumber(textOf(all, 'childbearing', 'lastMenses') as string)
  const past = textOf(all, 'childbearing', 'absenceOfMenses') === 'menopause'
  if (past && last < shiftDay(today, { value: -12, unit: 'mo' })) return false
  return textOf(all, 'childbearing', 'sterilisation') === 'none'
}

/** EX09, asked again before every infusion. */
export const isPregnant = (all: Answered): boolean =>
  isYes(all, 'contraception', 'pregnant') ||
  isYes(all, 'contraception', 'breastfeeding') ||
  textOf(all, 'pregnancyTest', 'hcg') === 'positive'

/** EX10, asked again before every infusion. */
export function preventsPregnancy(all: Answered): boolean {
  const method = textOf(all, 'contraception', 'method')
  return method !== 'none' && method !== 'other' && isYes(all, 'contraception', 'agrees')
}

const hasTuberculosis = (all: Answered): boolean =>
  !/^(none|treated)$/.test(String(textOf(all, 'tuberculosis', 'history'))) ||
  textOf(all, 'tuberculosis', 'igra') !== 'negative' ||
  textOf(all, 'chestXray', 'result') === 'tuberculosis'

const hasHepatitis = (all: Answered): boolean =>
  isYes(all, 'hepatitis', 'historyB') ||
  textOf(all, 'hepatitis', 'hbsAg') === 'positive' ||
  textOf(all, 'hepatitis', 'antiHbc') === 'positive'

/** EX16, asked again before every infusion. */
export const vaccinated = (all: Answered, today: number): boolean =>
  rowsOf(all, 'vaccines', 'list').some(({ kind, date }) => kind === 'live' && dayNumber(String(date)) >= today - 28) ||
  isYes(all, 'vaccinations', 'livePlanned')

/** The invented laboratory's limits, by sex; those of ALAT for women as they were until 2026. */
export const limits = {
  female: { haemoglobin: [117, 153], platelets: [165, 387], asat: 35, alat: 40, creatinine: 90 },
  male: { haemoglobin: [134, 170], platelets: [145, 348], asat: 45, alat: 70, creatinine: 105 },
} as const

function bloodIsUsual(all: Answered, female: boolean): boolean {
  const { haemoglobin, platelets, asat, alat, creatinine } = limits[female ? 'female' : 'male']
  const within = (item: string, [low, high]: readonly [number, number]) => {
    const value = numberOf(all, 'laboratory', item)
    return value >= low && value <= high
  }
  return (
    within('haemoglobin', haemoglobin) &&
    within('platelets', platelets) &&
    within('leucocytes', [3.5, 11]) &&
    within('neutrophils', [1.5, 7.5]) &&
    numberOf(all, 'laboratory', 'asat') <= asat &&
    numberOf(all, 'laboratory', 'alat') <= alat &&
    numberOf(all, 'laboratory', 'creatinine') <= creatinine
  )
}

const canTakePart = (all: Answered): boolean =>
  isYes(all, 'demography', 'understandsSpoken') &&
  isYes(all, 'demography', 'understandsWritten') &&
  !isYes(all, 'investigatorJudgement', 'cannotComplete') &&
  !isYes(all, 'mriSafety', 'pacemaker') &&
  textOf(all, 'mriSafety', 'metal') !== 'notCleared' &&
  textOf(all, 'mriSafety', 'claustrophobia') !== 'prevents'
