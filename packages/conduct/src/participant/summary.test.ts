import { describe, expect, test } from 'vitest'
import { study } from '../testing/study.ts'
import {
  confirmed,
  consented,
  fill,
  infused,
  newTrial,
  openState,
  randomised,
  registered,
  screened,
  type Trial,
} from '../testing/trial.ts'
import { overview } from '../study/view.ts'
import { historyView } from './history.ts'
import { asOf, participantSummary } from './summary.ts'
import { initialStudy } from '../study/state.ts'

const row = (trial: Trial) => participantSummary(study, trial.state, trial.context())

function through(...days: readonly [string, string][]): Trial {
  const trial = infused(randomised(), 'day0')
  for (const [encounter, day] of days) {
    trial.today = day
    infused(trial, encounter)
  }
  return trial
}

const failed = () => {
  const trial = screened(newTrial(), { pain: { score: '4', sleeps: 'no' } })
  trial.does({ type: 'recordScreenFailure', note: '' })
  return trial
}

const completed = () => {
  const trial = through(['day14', '2026-09-15'], ['day42', '2026-10-13'])
  trial.today = '2027-04-13'
  trial.does({ type: 'recordMissedVisit', encounter: 'month1', reason: 'forgot' })
  trial.does({ type: 'recordVisit', encounter: 'call', day: '2027-04-13' })
  return trial
}

const doing = (trial: Trial, command: Parameters<Trial['does']>[0]) => {
  trial.does(command)
  return trial
}

const withdrawal = { type: 'withdrawConsent', scope: 'everything', day: '2026-09-01', reason: '' } as const

const everyone: readonly (readonly [string, () => Trial])[] = [
  ['registered', () => registered()],
  ['consented', () => consented()],
  ['inScreening', () => screened()],
  ['eligible', () => confirmed()],
  ['screenFailed', failed],
  ['randomised', () => randomised()],
  ['onTreatment', () => through()],
  ['treatmentStopped', () => doing(through(), { type: 'stopTreatment', reason: 'wish' })],
  ['inFollowUp', () => through(['day14', '2026-09-15'], ['day42', '2026-10-13'])],
  ['completed', completed],
  ['withdrawn', () => doing(through(), withdrawal)],
]

describe('status', () => {
  test.each(everyone)('%s', (status, make) => {
    expect(row(make()).status).toBe(status)
  })

  test('a signature over values that changed makes nobody eligible', () => {
    const trial = confirmed()
    trial.does(fill(trial, 'screening', 'pain', { score: '4' }))
    expect(row(trial)).toMatchObject({ status: 'inScreening', verdict: 'notEligible' })
  })
})

describe('the row', () => {
  test('tells what is next, and counts infusions and days', () => {
    expect(row(through())).toMatchObject({
      code: 'NOR-001',
      nextDue: { encounter: 'day14', planned: '2026-09-15', state: 'upcoming' },
      overdue: 0,
      infusions: { given: 1, planned: 3 },
      days: {
        registered: '2026-09-01',
        consented: '2026-09-01',
        randomised: '2026-09-01',
        firstInfusion: '2026-09-01',
      },
    })
  })

  test('on another day the same row says the same as one made anew', () => {
    const trial = through()
    const kept = row(trial)
    for (const today of ['2026-09-12', '2026-09-19', '2026-10-05', '2027-06-01']) {
      trial.today = today
      const fresh = row(trial)
      expect(asOf(kept, today)).toEqual(fresh)
      expect(fresh.overdue).toBe({ '2026-09-12': 0, '2026-09-19': 1, '2026-10-05': 2, '2027-06-01': 4 }[today])
    }
  })

  test('counts forms with something missing at encounters that have come', () => {
    const trial = screened(newTrial(), { judgement: null })
    expect(row(trial).missing).toBe(1)
    expect(row(screened()).missing).toBe(0)
  })

  test('holds nothing that is undefined: it is stored and read back as it is', () => {
    for (const [, make] of everyone) {
      const kept = row(make())
      expect(JSON.parse(JSON.stringify(kept))).toStrictEqual(kept)
    }
  })
})

describe('the overview', () => {
  const rows = everyone.map(([, make]) => row(make()))
  const view = overview(study, openState, rows, '2026-10-13')

  test('draws the flow as CONSORT does; every participant is somewhere', () => {
    expect(view.flow).toMatchObject({
      registered: 11,
      consented: 10,
      inScreening: 2,
      screenFailed: 1,
      failedCriteria: [{ criterion: 'IN02', count: 1 }],
      eligibleNotYetRandomised: 1,
      randomised: 6,
      startedTreatment: 5,
      stoppedTreatment: 1,
      completedTreatment: 2,
      withdrewAfterRandomisation: 1,
      completed: 1,
    })
  })

  test('counts recruitment by site and month, without gaps', () => {
    expect(view.sites.map(({ site, randomised: count, byMonth }) => [site, count, byMonth])).toEqual([
      [
        'north',
        6,
        [
          { month: '2026-09', randomised: 6 },
          { month: '2026-10', randomised: 0 },
        ],
      ],
      ['south', 0, []],
    ])
    expect(view).toMatchObject({ target: 24, randomised: 6, mode: 'demo', assumptions: [{ id: 'fever' }] })
  })

  test('months go on over the new year', () => {
    const winter = overview(study, openState, rows, '2027-01-02').sites[0]!
    expect(winter.byMonth.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11', '2026-12', '2027-01'])
  })

  test('of a study nobody has joined', () => {
    expect(overview(study, initialStudy, [], '2026-01-01')).toMatchObject({
      randomised: 0,
      flow: { registered: 0 },
    })
  })
})

test('P11-06: the history says every event in both languages, newest first, with old and new values', () => {
  const trial = completed()
  trial.does({
    type: 'recordReaction',
    encounter: 'day42',
    time: '11:30',
    day: '2026-10-14',
    grade: 1,
    signs: 'itching',
    action: 'none',
  })
  trial.does(fill(trial, 'screening', 'pain', { score: '7' }))
  const events = trial.events.map((event, index) => ({
    ...event,
    position: index,
    streamId: 'participant/NOR-001',
    version: index + 1,
    recordedAt: event.at,
  }))
  const rows = historyView(study, events, 'monitor')
  expect(rows.length).toBe(events.length)
  for (const { what } of rows) {
    expect(what.en.length).toBeGreaterThan(5)
    expect(what.nb).not.toBe(what.en)
  }
  expect(rows[0]).toMatchObject({
    by: { name: 'Kari investigator' },
    changes: [{ label: { en: 'Pain' }, from: { en: '6' }, to: { en: '7' }, reason: 'typed wrongly' }],
  })
  expect(rows[1]?.what.nb).toBe('Reaksjon av grad 1 14.10.2026 kl. 11:30: itching; tiltak: none')
})
