import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, type Answers } from '../demo/index.ts'
import { addDuration } from '@trialwright/protocol'
import { across, asked, happened, monthLater, sides } from './checks.ts'

const notKnown = absent('notKnown')
const born = { birthDate: '1980-05-04' }
const visitDay = '2026-05-11'
const visited = happened({ visit: visitDay })

/** Answers of a day so far from the visit, of the day after that, and of a visit that has not taken place. */
const nearVisit = (days: number, answers: Answers): StudyCases[string] => {
  const on = (off: number, answer: 'yes' | 'no') => {
    const day = addDuration(visitDay, { value: off, unit: 'd' })
    return asked(`${off} days from the visit`, answers, answer, { ...visited, today: day, date: day })
  }
  return [
    on(0, 'yes'),
    on(-days, 'yes'),
    on(days, 'yes'),
    on(-days - 1, 'no'),
    on(days + 1, 'no'),
    asked('no visit yet', answers, 'unknown'),
  ]
}

const aged = (given: string, birthDate: string, answer: 'yes' | 'no', today = '2026-03-16') =>
  asked(given, { demography: { birthDate } }, answer, { today })

export const dateCheckCases: StudyCases = {
  agePlausible: [
    ...sides({
      elsewhere: 'no',
      yes: { demography: born },
      no: { demography: { birthDate: '2019-05-04' } },
      unknown: { demography: { birthDate: notKnown } },
    }),
    aged('16 years on the day of consent', '2010-03-16', 'yes'),
    aged('16 years the day after consent', '2010-03-17', 'no'),
    aged('16 years today, 15 at consent', '2010-09-01', 'no', '2026-10-01'),
    aged('90 years and 364 days', '1935-03-17', 'yes'),
    aged('91 years on the day of consent', '1935-03-16', 'no'),
  ],
  painAfterBirth: [
    ...sides({
      lasting: ['birthDate'],
      yes: { painHistory: { onset: '1981' }, demography: born },
      no: { painHistory: { onset: '1979-12' }, demography: born },
      unknown: { painHistory: { onset: '1979-12' } },
    }),
    asked('pain from birth', { painHistory: { onset: born.birthDate }, demography: born }, 'yes'),
  ],
  operationAfterBirth: [
    ...sides({
      elsewhere: 'yes',
      yes: { backSurgery: { operations: [{ date: '2020' }] }, demography: born },
      no: { backSurgery: { operations: [{ date: '2020' }, { date: '1979' }] }, demography: born },
      unknown: { backSurgery: { operations: [{ date: notKnown }] }, demography: born },
    }),
    asked(
      'operated on the day of birth',
      { backSurgery: { operations: [{ date: born.birthDate }] }, demography: born },
      'yes',
    ),
    across(
      'the birth date told at screening, the operation later',
      { demography: born },
      { backSurgery: { operations: [{ date: '1979' }] } },
      'no',
    ),
  ],
  readingAfterScan: sides({
    yes: { mriReading: { imageDate: '2026-03-10', readDate: '2026-03-10' } },
    no: { mriReading: { imageDate: '2026-03-10', readDate: '2026-03-09' } },
    unknown: { mriReading: { imageDate: '2026-03-10' } },
  }),
  scanBeforeInfusion: sides(
    {
      elsewhere: 'no',
      yes: { mriReading: { imageDate: '2026-03-30' } },
      no: { mriReading: { imageDate: '2026-03-31' } },
      unknown: { mriReading: { imageDate: notKnown } },
    },
    happened({ firstInfusion: '2026-03-30' }),
  ),
  chestXrayRecent: [
    ...sides({
      yes: { chestXray: { date: '2025-12-16' } },
      no: { chestXray: { date: '2025-12-15' } },
      unknown: { chestXray: { date: notKnown } },
    }),
    asked('3 months old, a month after consent', { chestXray: { date: '2026-01-16' } }, 'yes', monthLater),
    asked('a day older, a month after consent', { chestXray: { date: '2026-01-15' } }, 'no', monthLater),
  ],
  igraRecent: [
    ...sides({
      yes: { tuberculosis: { igraDate: '2025-12-16' } },
      no: { tuberculosis: { igraDate: '2025-12-15' } },
      unknown: { tuberculosis: { igraDate: notKnown } },
    }),
    asked('3 months old, a month after consent', { tuberculosis: { igraDate: '2026-01-16' } }, 'yes', monthLater),
    asked('a day older, a month after consent', { tuberculosis: { igraDate: '2026-01-15' } }, 'no', monthLater),
  ],
  plannedSurgeryAhead: sides({
    yes: { medicalHistory: { plannedSurgeryDate: '2026-03' } },
    no: { medicalHistory: { plannedSurgeryDate: '2026-02' } },
    unknown: { medicalHistory: { plannedSurgeryDate: notKnown } },
  }).map((each) => (each.answer === 'yes' ? { ...each, facts: { ...each.facts, today: '2026-03-01' } } : each)),
  plannedVaccineAhead: [
    ...sides({
      yes: { vaccinations: { livePlannedDate: '2026-03-16' } },
      no: { vaccinations: { livePlannedDate: '2026-03-15' } },
      unknown: { vaccinations: { livePlannedDate: notKnown } },
    }),
    asked('after consent, before today', { vaccinations: { livePlannedDate: '2026-04-15' } }, 'no', monthLater),
  ],
  homeTestDay: [
    ...sides({
      yes: { pregnancyReport: { testDate: '2026-03-02' } },
      no: { pregnancyReport: { testDate: '2026-03-01' } },
      unknown: { pregnancyReport: { testDate: notKnown } },
    }),
    asked('14 days before the answer', { pregnancyReport: { testDate: '2026-04-02' } }, 'yes', monthLater),
    asked('15 days before the answer', { pregnancyReport: { testDate: '2026-04-01' } }, 'no', monthLater),
  ],
  vitalsOnVisitDay: nearVisit(0, { vitals: { weight: 75 } }),
  sampleNearVisit: nearVisit(14, { laboratory: { haemoglobin: 140 } }),
  painRatingsNearVisit: nearVisit(7, { nrs: { now: 5 } }),
  disabilityNearVisit: nearVisit(7, { odi: { pain: '2' } }),
}
