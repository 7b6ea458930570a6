import type { StudyCases } from '@trialwright/protocol/compile'
import { absent } from '../demo/index.ts'
import { happened, sides } from './checks.ts'

const notKnown = absent('notKnown')
const born = { birthDate: '1980-05-04' }
const visited = happened({ visit: '2026-03-16' })
const farOff = happened({ visit: '2026-04-16' })

/** Answers of the day of consent, beside a visit on that day, a month later, and none yet. */
const nearVisit = (answers: Parameters<typeof sides>[0]['yes']): StudyCases[string] => [
  ...sides({ yes: answers, no: {}, unknown: {} }, visited).slice(0, 1),
  ...sides({ yes: {}, no: answers, unknown: {} }, farOff).slice(1, 2),
  ...sides({ yes: {}, no: {}, unknown: answers }).slice(2),
]

export const dateCheckCases: StudyCases = {
  agePlausible: sides({
    elsewhere: 'no',
    yes: { demography: born },
    no: { demography: { birthDate: '2019-05-04' } },
    unknown: { demography: { birthDate: notKnown } },
  }),
  painAfterBirth: sides({
    yes: { painHistory: { onset: '1981' }, demography: born },
    no: { painHistory: { onset: '1979-12' }, demography: born },
    unknown: { painHistory: { onset: '1979-12' } },
  }),
  operationAfterBirth: sides({
    elsewhere: 'yes',
    yes: { backSurgery: { operations: [{ date: '2020' }] }, demography: born },
    no: { backSurgery: { operations: [{ date: '2020' }, { date: '1979' }] }, demography: born },
    unknown: { backSurgery: { operations: [{ date: notKnown }] }, demography: born },
  }),
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
  chestXrayRecent: sides({
    yes: { chestXray: { date: '2025-12-16' } },
    no: { chestXray: { date: '2025-12-15' } },
    unknown: { chestXray: { date: notKnown } },
  }),
  igraRecent: sides({
    yes: { tuberculosis: { igraDate: '2025-12-16' } },
    no: { tuberculosis: { igraDate: '2025-12-15' } },
    unknown: { tuberculosis: { igraDate: notKnown } },
  }),
  plannedSurgeryAhead: sides({
    yes: { medicalHistory: { plannedSurgeryDate: '2026-03' } },
    no: { medicalHistory: { plannedSurgeryDate: '2026-02' } },
    unknown: { medicalHistory: { plannedSurgeryDate: notKnown } },
  }).map((each) => (each.answer === 'yes' ? { ...each, facts: { ...each.facts, today: '2026-03-01' } } : each)),
  plannedVaccineAhead: sides({
    yes: { vaccinations: { livePlannedDate: '2026-03-16' } },
    no: { vaccinations: { livePlannedDate: '2026-03-15' } },
    unknown: { vaccinations: { livePlannedDate: notKnown } },
  }),
  homeTestDay: sides({
    yes: { pregnancyReport: { testDate: '2026-03-02' } },
    no: { pregnancyReport: { testDate: '2026-03-01' } },
    unknown: { pregnancyReport: { testDate: notKnown } },
  }),
  vitalsOnVisitDay: nearVisit({ vitals: { weight: 75 } }),
  sampleNearVisit: nearVisit({ laboratory: { haemoglobin: 140 } }),
  painRatingsNearVisit: nearVisit({ nrs: { now: 5 } }),
  disabilityNearVisit: nearVisit({ odi: { pain: '2' } }),
}
