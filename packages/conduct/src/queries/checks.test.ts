import { describe, expect, test } from 'vitest'
import { consented, fill, infused, newTrial, randomised, screened, type Trial } from '../testing/trial.ts'
import { queries, weigh, weighed } from '../testing/queries.ts'

/* Queries that edit checks open, close and re-open by themselves. */

describe('a soft edit check (issue 4.2)', () => {
  test('given a value it does not expect, then it opens a query by itself, in the same append', () => {
    const trial = weighed('90')
    expect(queries(trial)).toEqual(['Q1 open weightChange'])
    expect(trial.events.at(-1)).toMatchObject({
      type: 'QueryOpened',
      check: 'weightChange',
      place: { encounter: 'day0', form: 'body', item: 'weight' },
      by: { role: 'investigator' },
    })
  })
  test('given a value on the very limit, then none', () => expect(queries(weighed('82.5'))).toEqual([]))
  test('given nothing to compare with, then none: unknown is silent', () =>
    expect(queries(screened(newTrial(), { body: { weight: '140', temperature: '36.8' } }))).toEqual([]))
  test('given the value is corrected, then it closes by itself', () => {
    const trial = weighed('90')
    weigh(trial, 'day0', '76')
    expect(queries(trial)).toEqual(['Q1 closed weightChange'])
    expect(trial.events.at(-1)).toMatchObject({ type: 'QueryClosed', check: 'weightChange' })
  })
  test('given another wrong value while it is open, then no second query', () => {
    const trial = weighed('90')
    weigh(trial, 'day0', '91')
    expect(queries(trial)).toEqual(['Q1 open weightChange'])
  })
  test('given the value it is compared with is corrected at another visit, then it closes, too', () => {
    const trial = weighed('90')
    weigh(trial, 'screening', '88')
    expect(queries(trial)).toEqual(['Q1 closed weightChange'])
  })
  test('given it is wrong again later, then the same query is re-opened', () => {
    const trial = weighed('90')
    weigh(trial, 'day0', '76')
    weigh(trial, 'day0', '90')
    expect(queries(trial)).toEqual(['Q1 open weightChange'])
  })
  test('given an infusion earlier than the scan, then what happened counts as much as what was typed', () => {
    const trial = infused(randomised(), 'day0')
    trial.today = '2026-09-03'
    trial.does(fill(trial, 'screening', 'scan', { day: '2026-09-02' }))
    expect(queries(trial)).toEqual(['Q1 open scanBeforeInfusion'])
  })
  test('given a visit recorded on another day than its form, then it asks; and not any more when the day is corrected', () => {
    const trial = consented()
    trial.does(fill(trial, 'screening', 'body', { weight: '75', temperature: '36.8' }))
    trial.today = '2026-09-02'
    trial.does({ type: 'recordVisit', encounter: 'screening', day: '2026-09-02' })
    expect(queries(trial)).toEqual(['Q1 open bodyOnVisitDay'])
    trial.does({ type: 'recordVisit', encounter: 'screening', day: '2026-09-01', reason: 'typed wrongly' })
    expect(queries(trial)).toEqual(['Q1 closed bodyOnVisitDay'])
  })
  test('given a sex that makes an answer impossible, then it asks across items, and re-screening takes it back', () => {
    const trial = screened(newTrial(), { person: { born: '1980-05-04', sex: 'male', pregnant: 'yes' } })
    expect(queries(trial)).toEqual(['Q1 open pregnantMan'])
    trial.does({ type: 'recordScreenFailure', note: 'no' })
    trial.does({ type: 'startRescreening', reason: 'again' })
    expect(queries(trial)).toEqual(['Q1 closed pregnantMan'])
  })
})

describe('a check of rows', () => {
  const disease = (trial: Trial, ...rows: readonly (readonly [id: string, start: string, stop: string])[]) => {
    const before = trial.state.forms['day14/safety']
    trial.does({
      type: 'recordForm',
      encounter: 'day14',
      form: 'safety',
      day: before?.day ?? trial.today,
      expectedVersion: before?.version ?? 0,
      reasons: { diseases: 'typed wrongly' },
      entries: {
        diseases: {
          complete: true,
          rows: rows.map(([id, start, stop]) => ({ id, cells: { start: { typed: start }, stop: { typed: stop } } })),
        },
      },
    })
  }
  const treated = () => infused(randomised(), 'day0')

  test('then each row has its own query, which closes with its row', () => {
    const trial = treated()
    disease(trial, ['r1', '2026-08-10', '2026-08-01'], ['r2', '2026-08-10', '2026-08-20'])
    expect(Object.values(trial.state.queries)[0]?.place).toEqual({
      encounter: 'day14',
      form: 'safety',
      item: 'diseases',
      row: 'r1',
      column: 'stop',
    })
    expect(queries(trial)).toEqual(['Q1 open diseaseStopAfterStart'])
    trial.does({
      type: 'recordForm',
      encounter: 'day14',
      form: 'safety',
      day: trial.today,
      expectedVersion: 1,
      entries: {
        diseases: { complete: true, rows: [{ id: 'r1', cells: {}, removed: true, reason: 'another participant’s' }] },
      },
    })
    expect(queries(trial)).toEqual(['Q1 closed diseaseStopAfterStart'])
  })
  test('given a row said to be right, then another row’s change does not ask anew', () => {
    const trial = treated()
    disease(trial, ['r1', '2026-08-10', '2026-08-01'])
    trial.does({ type: 'answerQuery', query: 'Q1', text: 'right as it is' })
    disease(trial, ['r1', '2026-08-10', '2026-08-01'], ['r2', '2026-08-10', '2026-08-20'])
    expect(queries(trial)).toEqual(['Q1 answered diseaseStopAfterStart'])
  })
  test('given dates that may overlap, then none', () => {
    const trial = treated()
    disease(trial, ['r1', '2026-08', '2026'])
    expect(queries(trial)).toEqual([])
  })
})

describe('a hard edit check', () => {
  const since = (trial: Trial, day: string) =>
    fill(trial, 'screening', 'pain', { score: '6', since: day, sleeps: 'no' })
  test('given a value it does not expect, then the saving is refused at the field, with reason and remedy', () => {
    const trial = consented()
    trial.does(fill(trial, 'screening', 'person', { born: '1980-05-04' }))
    const [refusal] = trial.ask(since(trial, '1979'))
    expect(refusal).toMatchObject({ code: 'checkFails', field: 'entries.since' })
    expect(refusal?.reason).toEqual({ en: 'The pain began before birth.', nb: 'Smertene begynte før fødselen.' })
    expect(refusal?.remedy.nb).toContain('lagre på nytt')
    expect(trial.state.forms['screening/pain']).toBeUndefined()
  })
  test('given the other value contradicts later, then that saving is refused, at the field that was typed', () => {
    const trial = consented()
    trial.does(since(trial, '1979'))
    expect(trial.ask(fill(trial, 'screening', 'person', { born: '1980-05-04' }))).toMatchObject([
      { code: 'checkFails', field: 'entries.born' },
    ])
  })
  test('given a year that may fit, or nothing known of birth, then it is saved', () => {
    const trial = consented()
    trial.does(since(trial, '1980'))
    trial.does(fill(trial, 'screening', 'person', { born: '1980-05-04' }))
    expect(queries(trial)).toEqual([])
  })
})

describe('given the check’s question was judged', () => {
  const judged = () => {
    const trial = weighed('90')
    trial.does({ type: 'answerQuery', query: 'Q1', text: 'Right as it is: new scales.' })
    return trial
  }
  test('then it stays as it is while other values come and go', () => {
    const trial = judged()
    trial.does(fill(trial, 'day0', 'body', { temperature: '37' }))
    expect(queries(trial)).toEqual(['Q1 answered weightChange'])
    trial.does({ type: 'closeQuery', query: 'Q1' }, 'dataManager')
    trial.does(fill(trial, 'day0', 'body', { temperature: '36.9' }))
    expect(queries(trial)).toEqual(['Q1 closed weightChange'])
  })
  test('then it is asked again when the value changes and is still not expected', () => {
    const trial = judged()
    trial.does({ type: 'closeQuery', query: 'Q1' }, 'dataManager')
    weigh(trial, 'day0', '95')
    expect(queries(trial)).toEqual(['Q1 open weightChange'])
  })
})
