import { addDuration } from '@trialwright/protocol'
import type { Draws } from '@trialwright/protocol/simulation'
import type { Answers } from '../demo/answers.ts'
import { screeningAnswers } from '../demo/course.ts'
import type { Truth } from './truth.ts'

const before = (day: string, days: number): string => addDuration(day, { value: -days, unit: 'd' })

const noModicChange = { primaryType: 'none', secondaryType: 'none', height: { absent: 'notApplicable' } } as const

/** What screening finds out of a person on a day: whom every criterion lets in, with the one fault that turns him down. */
export function foundAtScreening({ sex, born, fault, menopause }: Truth, day: string, draws: Draws) {
  const usual = screeningAnswers(day)
  const is = (...faults: readonly Truth['fault'][]) => faults.includes(fault)
  const yes = (...faults: readonly Truth['fault'][]) => (is(...faults) ? 'yes' : 'no')
  const painful = draws.of('pain')
  return {
    demography: { ...usual.demography, birthDate: born, sex, understandsWritten: is('language') ? 'no' : 'yes' },
    painHistory: {
      ...usual.painHistory,
      mainSite: is('otherPain') ? 'above' : 'lowBack',
      onset: partial(before(day, painful.whole(250, 5000)), painful),
      daysWithPain: painful.whole(11, 20) * 5,
      morningStiffness: painful.whole(0, 12) * 5,
    },
    mriReading: {
      ...usual.mriReading,
      imageDate: before(day, 2),
      readDate: day,
      endplates: is('noModicChange')
        ? usual.mriReading.endplates.map((row) => ({ ...row, ...noModicChange }))
        : modicChanges(usual.mriReading.endplates, draws.of('mri')),
    },
    mriSafety: { ...usual.mriSafety, claustrophobia: is('claustrophobia') ? 'prevents' : 'none' },
    medicalHistory: {
      ...usual.medicalHistory,
      rheumaticDisease: yes('rheumatic'),
      diabetes: yes('diabetes'),
      psoriasis: yes('psoriasis'),
      malignancy: yes('malignancy'),
    },
    backSurgery: is('surgery')
      ? { operations: [{ kind: 'discHerniation', level: 'L5S1', date: before(day, 150) }] }
      : usual.backSurgery,
    medications: is('opioid')
      ? { list: [{ ...painkiller(day), name: 'Oksykodon', atc: 'N02AA05', daysPerWeek: 7 }] }
      : draws.of('painkiller').chance(0.6)
        ? { list: [painkiller(day)] }
        : usual.medications,
    childbearing: menopause
      ? { ...usual.childbearing, lastMenses: before(day, 1100), absenceOfMenses: 'menopause' }
      : { ...usual.childbearing, lastMenses: before(day, draws.of('menses').whole(1, 27)) },
    contraception: { ...usual.contraception, method: is('contraception') ? 'none' : 'intrauterine' },
    tuberculosis: {
      ...usual.tuberculosis,
      igraDate: before(day, 2),
      igra: is('tuberculosis') ? 'positive' : is('igraUnclear') ? 'indeterminate' : 'negative',
    },
    chestXray: { ...usual.chestXray, date: before(day, 2) },
    hepatitis: { ...usual.hepatitis, antiHbc: is('hepatitisB') ? 'positive' : 'negative' },
    investigatorJudgement: { ...usual.investigatorJudgement, cannotComplete: yes('cannotComplete') },
  } satisfies Answers
}

const painkiller = (day: string) =>
  ({
    name: 'Paracetamol',
    atc: 'N02BE01',
    route: 'oral',
    daysPerWeek: 3,
    start: before(day, 400).slice(0, 7),
    ongoing: 'yes',
  }) as const

/** Many know the month alone, some the year; what the criterion needs is settled by either. */
function partial(date: string, draws: Draws): string {
  const sharp = draws.uniform()
  return sharp < 0.15 && date < '2015' ? date.slice(0, 4) : sharp < 0.7 ? date.slice(0, 7) : date
}

/** One level with a change of type 1, sometimes another of type 2. */
function modicChanges<Row extends { readonly endplate: string }>(endplates: readonly Row[], draws: Draws) {
  const at = draws.pick([7, 9, 9, 10, 10])
  const other = draws.chance(0.4) ? at + 1 : undefined
  const first = draws.chance(0.7) ? 'type1' : 'type2'
  const height = draws.whole(10, 55)
  const second = draws.whole(6, 30)
  return endplates.map(({ endplate }, index) => {
    if (index === at)
      return { endplate, primaryType: first, secondaryType: first === 'type1' ? 'type2' : 'type1', height } as const
    if (index === other) return { endplate, primaryType: 'type2', secondaryType: 'none', height: second } as const
    return { endplate, ...noModicChange }
  }) as NonNullable<NonNullable<Answers['mriReading']>['endplates']>
}
