import { describe, expect, test } from 'vitest'
import { auditRow } from '../audit/row.ts'
import type { ParticipantCommand } from '../participant/commands.ts'
import { historyView } from '../participant/history.ts'
import { openIn } from '../locks/open.ts'
import { placeKey } from '../place.ts'
import { study } from '../testing/study.ts'
import { fill, screened, someone } from '../testing/trial.ts'
import { audienceOf, audiencesOf } from './audience.ts'
import { seesPlace } from './sight.ts'
import { queries, weigh, weighed } from '../testing/queries.ts'

/* Queries from asking to closing, by people, and who may read them. */

const at = { encounter: 'screening', form: 'body', item: 'weight' } as const

describe('a query asked by a person', () => {
  const ask: ParticipantCommand = { type: 'askQuery', ...at, text: 'Is this in pounds?' }
  const asked = () => {
    const trial = screened()
    trial.does(ask, 'monitor')
    return trial
  }
  test('then it stands on the value, open, and the site answers, and who asked closes it', () => {
    const trial = asked()
    expect(queries(trial)).toEqual(['Q1 open'])
    trial.does({ type: 'answerQuery', query: 'Q1', text: 'In kg; right as it is.' }, 'coordinator')
    expect(queries(trial)).toEqual(['Q1 answered'])
    trial.does({ type: 'closeQuery', query: 'Q1' }, 'monitor')
    expect(trial.state.queries['Q1']?.steps.map(({ kind }) => kind)).toEqual(['asked', 'answered', 'closed'])
  })
  test('EMA-09: given a correction made because of it, then it is linked, answered, and keeps its reason', () => {
    const trial = asked()
    const correction = fill(trial, 'screening', 'body', { weight: '76' })
    trial.does({ ...correction, queries: { weight: 'Q1' } } as ParticipantCommand)
    expect(queries(trial)).toEqual(['Q1 answered'])
    expect(trial.events.at(-1)).toMatchObject({
      type: 'FormRecorded',
      changes: [{ item: 'weight', query: 'Q1', reason: 'typed wrongly' }],
    })
    expect(trial.state.queries['Q1']?.steps.at(-1)).toMatchObject({ kind: 'corrected', text: { en: 'typed wrongly' } })
  })
  test('given a correction linked to a query of another value, then it is refused', () => {
    const trial = asked()
    const correction = fill(trial, 'screening', 'body', { temperature: '37' })
    const linked = { ...correction, queries: { temperature: 'Q1' } } as ParticipantCommand
    expect(trial.ask(linked)).toMatchObject([{ code: 'queryUnknown', field: 'queries.temperature' }])
  })
  test('given a correction without the link, then the query stays open', () => {
    const trial = asked()
    weigh(trial, 'screening', '76')
    expect(queries(trial)).toEqual(['Q1 open'])
  })
  test('given no answer yet, then it is closed only with a reason', () => {
    const trial = asked()
    expect(trial.codes({ type: 'closeQuery', query: 'Q1' }, 'monitor')).toEqual(['queryNotAnswered'])
    trial.does({ type: 'closeQuery', query: 'Q1', text: 'asked on the wrong participant' }, 'monitor')
    expect(queries(trial)).toEqual(['Q1 closed'])
  })
  test('then a monitor does not close what a data manager or a check asked, a data manager closes all', () => {
    const trial = weighed('90')
    trial.does({ ...ask, text: 'Please check.' } as ParticipantCommand, 'dataManager')
    trial.does({ ...ask, text: 'Is that so?' } as ParticipantCommand, 'monitor')
    for (const query of ['Q1', 'Q2', 'Q3']) trial.does({ type: 'answerQuery', query, text: 'It is.' })
    expect(trial.codes({ type: 'closeQuery', query: 'Q1' }, 'monitor')).toEqual(['queryNotYours'])
    expect(trial.codes({ type: 'closeQuery', query: 'Q2' }, 'monitor')).toEqual(['queryNotYours'])
    for (const query of ['Q1', 'Q2', 'Q3']) trial.does({ type: 'closeQuery', query }, 'dataManager')
    expect(trial.codes({ type: 'reopenQuery', query: 'Q2', text: 'again' }, 'monitor')).toEqual(['queryNotYours'])
    trial.does({ type: 'reopenQuery', query: 'Q3', text: 'not convinced' }, 'monitor')
    expect(queries(trial).at(-1)).toBe('Q3 open')
  })
  test('given a closed query, then no answer and no second closing; given an open one, then no re-opening', () => {
    const trial = asked()
    expect(trial.codes({ type: 'reopenQuery', query: 'Q1', text: 'again' }, 'monitor')).toEqual(['queryOpen'])
    trial.does({ type: 'closeQuery', query: 'Q1', text: 'a mistake' }, 'monitor')
    expect(trial.codes({ type: 'answerQuery', query: 'Q1', text: 'yes' })).toEqual(['queryClosed'])
    expect(trial.codes({ type: 'closeQuery', query: 'Q1' }, 'monitor')).toEqual(['queryClosed'])
    expect(trial.codes({ type: 'answerQuery', query: 'Q9', text: 'yes' })).toEqual(['queryUnknown'])
    expect(trial.codes({ type: 'answerQuery', query: 'constructor', text: 'yes' })).toEqual(['queryUnknown'])
  })
  test('given a place there is not, a row there is not, or no words, then it is refused at the field', () => {
    const trial = screened()
    const codes = (place: object, text = 'Why?') => {
      const [refusal] = trial.ask({ type: 'askQuery', ...at, ...place, text }, 'monitor')
      return `${refusal?.code} ${refusal?.field}`
    }
    expect(codes({ encounter: 'nowhere' })).toBe('encounterUnknown encounter')
    expect(codes({ form: 'urine' })).toBe('formUnknown form')
    expect(codes({ item: 'shoes' })).toBe('itemUnknown item')
    expect(codes({ row: 'r1' })).toBe('rowUnknown row')
    expect(codes({ encounter: 'day14', form: 'safety', item: 'diseases', row: 'r9', column: 'stop' })).toBe(
      'rowUnknown row',
    )
    expect(codes({}, '  ')).toBe('textMissing text')
  })
})

describe('frozen and locked data', () => {
  const asked = () => {
    const trial = screened()
    trial.does({ type: 'freezeData', extent: { encounter: 'screening' }, reason: 'verified' }, 'dataManager')
    trial.does({ type: 'askQuery', ...at, text: 'Is this in pounds?' }, 'monitor')
    return trial
  }
  test('then a frozen value may be asked about and answered, but a correction waits', () => {
    const trial = asked()
    trial.does({ type: 'answerQuery', query: 'Q1', text: 'in kg' })
    const correction = fill(trial, 'screening', 'body', { weight: '76' })
    expect(trial.ask({ ...correction, queries: { weight: 'Q1' } } as ParticipantCommand)).not.toEqual([])
  })
  test('then a query that waits is on the checklist before a lock', () => {
    const trial = asked()
    const open = openIn({ study, state: trial.state, deviations: [] }, [], { encounter: 'screening', form: 'body' })
    expect(open.find(({ line }) => line === 'openQueries')?.count).toBe(1)
    expect(
      openIn({ study, state: trial.state, deviations: [] }, [], { encounter: 'day0' }).find(
        ({ line }) => line === 'openQueries',
      )?.count,
    ).toBe(0)
  })
  test('given the database is locked, then no query any more', () => {
    const trial = screened()
    trial.studyState = {
      ...trial.studyState,
      locked: { at: '2026-09-01T08:00:00.000Z', by: { account: 'a', name: 'Kari', role: 'dataManager' }, note: '' },
    }
    expect(trial.ask({ type: 'askQuery', ...at, text: 'Why?' }, 'monitor')).not.toEqual([])
  })
})

describe('the blind', () => {
  const crp = { encounter: 'screening', form: 'blood', item: 'inflammation' } as const
  test('given a masked value, then its queries are for those who may see it', () => {
    expect(seesPlace(study, crp, 'monitor', false)).toBe(true)
    expect(seesPlace(study, crp, 'investigator', false)).toBe(false)
    expect(seesPlace(study, crp, 'investigator', true)).toBe(true)
    expect(seesPlace(study, { ...crp, item: 'drugLevel' }, 'monitor', true)).toBe(false)
    expect(seesPlace(study, { encounter: 'day0', form: 'levels' }, 'dataManager', true)).toBe(false)
  })
  test('given a reader of images, then only queries of readers’ forms', () => {
    expect(seesPlace(study, at, 'mriReader', false)).toBe(false)
    expect(seesPlace(study, { encounter: 'screening', form: 'scan', item: 'day' }, 'mriReader', false)).toBe(true)
  })
  test('given a query of a masked value, then the site neither answers nor finds it', () => {
    const trial = screened()
    trial.does({ type: 'askQuery', ...crp, text: 'CRP 90?' }, 'monitor')
    expect(trial.codes({ type: 'answerQuery', query: 'Q1', text: 'yes' })).toEqual(['queryUnknown'])
  })
  test('R3-11: then the audit trail of the site does not tell it, nor what was said', () => {
    const trial = screened()
    trial.does({ type: 'askQuery', ...crp, text: 'CRP 90?' }, 'monitor')
    const stored = trial.events.map((event, index) => ({
      ...event,
      position: index,
      streamId: 'participant/NOR-001',
      version: index + 1,
      recordedAt: event.at,
    }))
    expect(JSON.stringify(historyView(study, stored, 'monitor'))).toContain('CRP 90?')
    expect(JSON.stringify(historyView(study, stored, 'nurse'))).not.toMatch(/CRP 90|Query/)
    const audited = auditRow(study, { ...stored.at(-1)!, actor: 'a', role: 'monitor' }, 'nurse', false)
    expect(JSON.stringify(audited)).not.toMatch(/CRP 90|inflammation/)
    expect(audited.what.nb).toContain('ikke vises mens studien er blindet')
  })
  test('then nobody may ask about what the unblinded side records', () => {
    const trial = screened()
    const codes = (place: object) =>
      trial.codes({ type: 'askQuery', ...crp, ...place, text: 'Why?' }, someone('dataManager').role)
    expect(codes({ item: 'drugLevel' })).toEqual(['itemMasked'])
    expect(codes({ form: 'levels', item: 'level' })).toEqual(['itemMasked'])
  })
})

test('for every place and role, lists and counts are kept for exactly those who may read them', () => {
  const roles = ['coordinator', 'nurse', 'investigator', 'mriReader', 'monitor', 'dataManager', 'inspector'] as const
  const places = study.compiled.encounters.flatMap(({ id, forms }) =>
    forms
      .map((form) => study.form(form))
      .flatMap((form) => [
        { encounter: id, form: form.id },
        ...form.items.map(({ id: item }) => ({ encounter: id, form: form.id, item })),
      ]),
  )
  for (const unblinded of [false, true])
    for (const role of roles)
      for (const place of places) {
        // What no blinded role may see is never asked about.
        if (!seesPlace(study, place, 'dataManager', false)) continue
        const listed = audiencesOf(role, unblinded).includes(audienceOf(study, place))
        expect(listed, `${role} ${placeKey(place)}`).toBe(seesPlace(study, place, role, unblinded))
      }
})
