import type { Refusal } from '@trialwright/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Participant } from '../participant.ts'
import type { Person } from '../person.ts'
import { expectReadable, expectRefused } from '../refused.ts'
import { openedTrial, type Trial } from '../trial.ts'

/* One wrong entry of each sort, for each kind of field: every way in which it can be wrong, each said at its field. */

type Case = readonly [typed: string | object, code: string, field?: string]

const cell = (column: string, typed: string) => ({ rows: [{ id: 'a1', cells: { [column]: { typed } } }] })
const rows = (...list: readonly object[]) => ({ rows: list })
const name = { name: { typed: 'Paracetamol' } }

/** Field, the form and item it is of, and what is wrong: as a Norwegian would type it. The place is the item's unless another is named. */
const catalogue: readonly (readonly [kind: string, form: string, item: string, cases: readonly Case[]])[] = [
  [
    'number',
    'vitals',
    'weight',
    [
      ['sytti', 'notANumber'],
      ['1.000', 'numberAmbiguous'],
      ['1 000', 'thousandsSeparator'],
      ['75,', 'numberIncomplete'],
      ['75 kg', 'unitInNumber'],
      ['7,5e1', 'exponent'],
      ['٧٥', 'otherDigits'],
      ['-0', 'minusZero'],
      ['75,55', 'tooManyDecimals'],
      ['75,0000000000000001', 'tooManyDigits'],
      ['<75', 'limitNotAllowed'],
      ['301', 'outOfRange'],
      ['160', 'unusualNotConfirmed'],
      ['', 'valueMissing'],
      [{ typed: '75', unit: 'lb' }, 'unitNotAllowed'],
      [{ typed: '75', absent: 'notDone' }, 'valueAndReason'],
    ],
  ],
  ['number in one of several units', 'vitals', 'height', [['180', 'unitMissing']]],
  ['laboratory result', 'laboratory', 'haemoglobin', [[{ typed: '≤5', unit: 'g/L' }, 'limitInclusive']]],
  [
    'date',
    'tuberculosis',
    'igraDate',
    [
      ['i går', 'dateFormat'],
      ['1.3.2026', 'dateFormat'],
      ['30.02.2026', 'dateNotExisting'],
      ['01.13.2025', 'dateNotExisting'],
      ['03.2026', 'dateIncomplete'],
      ['01.03.1826', 'dateYear'],
      ['17.03.2026', 'dateInFuture'],
    ],
  ],
  [
    'partial date',
    'medicalHistory',
    'plannedSurgeryDate',
    [
      ['13.2026', 'dateNotExisting'],
      ['våren 2026', 'dateFormat'],
      ['0026', 'dateYear'],
    ],
  ],
  ['choice', 'demography', 'sex', [['mann', 'codeUnknown']]],
  ['yes or no', 'medicalHistory', 'plannedSurgery', [['kanskje', 'codeUnknown']]],
  [
    'time in a row',
    'samples',
    'list',
    [
      [cell('time', '25:00'), 'timeFormat', 'list.a1.time'],
      [cell('time', 'morgen'), 'timeFormat', 'list.a1.time'],
    ],
  ],
  ['code in a row', 'medications', 'list', [[cell('atc', '9N02'), 'atcCode', 'list.a1.atc']]],
  [
    'text in a row',
    'medications',
    'list',
    [
      [cell('name', 'x'.repeat(201)), 'textTooLong', 'list.a1.name'],
      [cell('name', 'Para\u202Ecetamol'), 'malformed', 'list.rows.0.cells.name.typed'],
    ],
  ],
  ['date in a row', 'medications', 'list', [[cell('start', '2026-02-30'), 'dateNotExisting', 'list.a1.start']]],
  [
    'row',
    'medications',
    'list',
    [
      [rows({ id: 'a1', cells: {} }), 'rowEmpty', 'list.a1'],
      [rows({ id: 'a1', cells: name }, { id: 'a1', cells: name }), 'rowTwice', 'list.a1'],
      [rows({ id: 'a1', cells: {}, removed: true }), 'rowUnknown', 'list.a1'],
      [rows({ id: 'a1', cells: { colour: { typed: 'red' } } }), 'columnUnknown', 'list.a1'],
      [rows(...Array.from({ length: 201 }, (_, at) => ({ id: `r${at}`, cells: name }))), 'malformed', 'list.rows'],
    ],
  ],
  ['reason for no value', 'vitals', 'pulse', [[{ absent: 'glemt' }, 'malformed', 'pulse.absent']]],
  ['item', 'vitals', 'mood', [['god', 'itemUnknown']]],
]

describe('a wrong entry', () => {
  let trial: Trial
  let participant: Participant
  let nurse: Person
  beforeAll(async () => {
    trial = await openedTrial()
    participant = await trial.register()
    await participant.consent()
    await participant.visit('screening')
    nurse = await trial.signIn('nurse')
  })
  afterAll(() => trial[Symbol.asyncDispose]())

  const logs = new Set(['medications', 'samples'])
  const send = async (form: string, entries: object) =>
    participant.command('nurse', 'record-form', {
      encounter: logs.has(form) ? 'log' : 'screening',
      form,
      day: await trial.today(),
      ...(form === 'laboratory' && { laboratory: 'east' }),
      entries,
      expectedVersion: 0,
    })

  test.each(catalogue)(
    'R3-24 given a %s (%s, %s), when it is saved wrongly, then field, reason and remedy are told in both languages, and nothing changes',
    async (_, form, item, cases) => {
      for (const [entry, code, place = item] of cases) {
        const raw = typeof entry === 'string' ? { typed: entry } : entry
        // A right answer beside it is not taken either: what is sent is taken whole, or stays with the person who typed it.
        const beside = form === 'vitals' ? { systolic: { typed: '120' } } : {}
        const status = code === 'malformed' ? 400 : 422
        const save = () => send(form, { ...beside, [item]: raw })
        await expectRefused(trial, save, code, { status, field: `entries.${place}` })
      }
    },
  )

  test('given everything wrong at once, when it is saved, then all of it is told at once, each at its field', async () => {
    const wrong = { temperature: { typed: 'varm' }, weight: { typed: '999' }, pulse: { typed: '70,5' } }
    const outcome = await send('vitals', wrong).catch((error: { refusals: readonly Refusal[] }) => error.refusals)
    expect((outcome as readonly Refusal[]).map(({ field, code }) => [field, code])).toEqual([
      ['entries.temperature', 'notANumber'],
      ['entries.weight', 'outOfRange'],
      ['entries.pulse', 'tooManyDecimals'],
    ])
  })

  const heading = 'participant;sampled;sample;laboratory.haemoglobin;laboratory.haemoglobin.unit'
  test.each([
    ['a participant’s code', 'ous 1;16.03.2026;S1;141;g/L', 'participant', 'codeUnreadable'],
    ['somebody of another site', 'HUS-001;16.03.2026;S1;141;g/L', 'participant', 'participantNotHere'],
    ['a day not written as declared', '#;2026-03-16;S1;141;g/L', 'sampled', 'dayNotDeclared'],
    ['no day', '#;;S1;141;g/L', 'sampled', 'sampledMissing'],
    ['a decimal sign not declared', '#;16.03.2026;S1;14.1;g/dL', 'laboratory.haemoglobin', 'decimalNotDeclared'],
    ['a result that is no number', '#;16.03.2026;S1;høy;g/L', 'laboratory.haemoglobin', 'notANumber'],
    ['a unit nobody measures in', '#;16.03.2026;S1;141;stone', 'laboratory.haemoglobin', 'unitNotAllowed'],
    ['a unit without a result', '#;16.03.2026;S1;;g/L', 'laboratory.haemoglobin.unit', 'unitWithoutResult'],
    ['a cell too many', '#;16.03.2026;S1;141;g/L;7', undefined, 'cellCount'],
    ['a quote that does not end', '#;16.03.2026;"S1;141;g/L', undefined, 'csvQuotes'],
    ['a text that turns round', '#;16.03.2026;S\u202E1;141;g/L', 'sample', 'textCharacter'],
  ])('given %s in a cell of a file, then line, column, reason and remedy are told', async (_, row, column, code) => {
    const text = [heading, row.replace('#', participant.code)].join('\r\n')
    const answer = await nurse.ask('POST', `${trial.study}/laboratory-files/ous/preview`, {
      file: Buffer.from(text).toString('base64'),
      name: 'svar.csv',
      laboratory: 'east',
      format: { separator: ';', decimal: ',', dates: 'DD.MM.YYYY' },
    })
    const told = answer.body.refusals as readonly { line?: number; column?: string; refusal: Refusal }[]
    expect(told.map(({ line, column: at, refusal }) => [line, at, refusal.code])).toEqual([[2, column, code]])
    for (const { refusal } of told) expectReadable(refusal)
  })
})
