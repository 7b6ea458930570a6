import { addDuration } from '@trialwright/protocol'
import { eligibleAnswers, type Answers } from './answers.ts'

const codes = (names: readonly string[], code: string) => Object.fromEntries(names.map((name) => [name, code]))
const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`)

const before = (day: string, days: number): string => addDuration(day, { value: -days, unit: 'd' })

/** Every form of the screening of an eligible woman who consents on that day: scanned six days before it. */
export const screeningAnswers = (day: string) =>
  ({
    ...eligibleAnswers,
    painHistory: {
      ...eligibleAnswers.painHistory,
      morningStiffness: 20,
      morningPain: 'yes',
      nightPain: 'no',
      nsaidRelief: 'notTried',
    },
    painExamination: {
      springing: 'yes',
      flexionPain: 'yes',
      extensionPain: 'no',
      straightLegRaise: 'none',
      reverseLegRaise: 'none',
      weakness: 'none',
      sensibility: 'none',
      reflexes: 'none',
      walksOnToesAndHeels: 'yes',
    },
    mriReading: {
      ...eligibleAnswers.mriReading,
      imageDate: before(day, 6),
      readDate: before(day, 4),
      readerBlind: 'yes',
    },
    childbearing: { ...eligibleAnswers.childbearing, lastMenses: before(day, 15) },
    tuberculosis: { ...eligibleAnswers.tuberculosis, igraDate: before(day, 4) },
    chestXray: { ...eligibleAnswers.chestXray, date: before(day, 4) },
    coInterventions: { any: 'no' },
    crp: { crp: 3 },
    background: {
      maritalStatus: 'partner',
      children: 2,
      education: 'secondary',
      work: 'working',
      workLoad: 'walking',
      leisureActivity: 'some',
      smoking: 'never',
      expectation: 7,
    },
  }) satisfies Answers

const { height: _, ...laterVitals } = eligibleAnswers.vitals

/** What a woman whose course is uneventful answers on a later day, form by form, whichever of them the visit asks. */
export const uneventfulAnswers = (day: string) =>
  ({
    ...screeningAnswers(day),
    vitals: laterVitals,
    eq5d: { mobility: '2', selfCare: '1', usualActivities: '2', painDiscomfort: '3', anxietyDepression: '1', vas: 65 },
    rmdq: { ...codes(numbered('s', 24), 'no'), s01: 'yes', s07: 'yes', s15: 'yes' },
    hscl25: codes(numbered('i', 25), '1') as Answers['hscl25'],
    sickListing: { now: 'none', days: 0 },
    drugLevelSample: { taken: 'yes', time: '10:15' },
    biobank: { taken: 'yes', time: '10:15' },
    reactions: { any: 'no' },
    compliance: { infusion: 'full' },
    adverseEventsAsked: { any: 'none' },
    pregnancyReport: { testDate: day, hcg: 'negative', contraceptionKept: 'yes' },
    mriFollowUpReading: { ...eligibleAnswers.mriReading, imageDate: day, readDate: day, readerBlind: 'yes' },
  }) satisfies Answers
