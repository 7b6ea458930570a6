import { dayNumber, isoOf } from '@trialwright/protocol'
import type { Answers } from './answers.ts'
import { uneventfulAnswers } from './course.ts'

/** Whom the script invents; `begun` is days ago. */
export interface Person {
  readonly sex: 'female' | 'male'
  readonly born: string
  /** kg */
  readonly weight: number
  readonly begun: number
}

export type Failing = 'alat' | 'mri' | 'pain'

export interface Deviation {
  readonly fails?: Failing
  /** The tuberculosis test has to be repeated. */
  readonly unclear?: boolean
  readonly fever?: boolean
}

const before = (day: string, days: number): string => isoOf(dayNumber(day) - days)

/** What the person answers on a day, form by form; pain and disability ease with the weeks since the first visit. */
export function answersOf(
  person: Person,
  day: string,
  weeks: number,
  { fails, unclear, fever }: Deviation = {},
): Answers {
  const usual = uneventfulAnswers(day)
  const female = person.sex === 'female'
  const eased = Math.min(Math.floor(weeks / 5), 3)
  const pain = fails === 'pain' ? 2 : 7 - eased
  const level = fails === 'pain' ? '0' : undefined
  return {
    ...usual,
    demography: { ...usual.demography, birthDate: person.born, sex: person.sex },
    painHistory: { ...usual.painHistory, onset: `${Number(day.slice(0, 4)) - 3}-08` },
    nrs: { now: pain, worst: Math.min(pain + 1, 10), usual: pain },
    odi: Object.fromEntries(
      Object.entries(usual.odi).map(([section, code]) => [section, level ?? String(Math.max(Number(code) - eased, 0))]),
    ) as Answers['odi'],
    mriReading: {
      ...usual.mriReading,
      imageDate: before(day, 4),
      readDate: day,
      ...(fails === 'mri' && { endplates: usual.mriReading.endplates.map((row) => ({ ...row, ...noModicChange })) }),
    },
    childbearing: { ...usual.childbearing, lastMenses: before(day, 11) },
    vitals: { ...usual.vitals, weight: person.weight, temperature: fever ? 38.6 : 36.8 },
    laboratory: {
      ...usual.laboratory,
      haemoglobin: female ? 132 : 149,
      creatinine: female ? 68 : 84,
      alat: fails === 'alat' ? 118 : 24,
    },
    tuberculosis: { ...usual.tuberculosis, igraDate: before(day, 1), igra: unclear ? 'indeterminate' : 'negative' },
    chestXray: { ...usual.chestXray, date: before(day, 2) },
    drugLevelSample: { taken: 'yes', time: '08:50' },
    biobank: { taken: 'yes', time: '08:50' },
  }
}

const noModicChange = { primaryType: 'none', secondaryType: 'none', height: { absent: 'notApplicable' } } as const
