import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accept,
  csv,
  file,
  firstDay,
  format,
  heading,
  participant,
  path,
  preview,
  take,
  values,
} from './testing/results.ts'
import { done, openStudy, screened } from './testing/steps.ts'
import { openTrial, type Person, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let nurse: Person
/** Screened on the first day, with a haemoglobin of 140 g/L and a creatinine of 80 µmol/L. */
let one: string
let two: string
let south: string
const day0 = '2026-03-04'

beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  nurse = await trial.as('nurse', 'north')
  one = await screened(trial)
  two = await screened(trial)
  south = await screened(trial, {}, 'south')
  trial.wait({ days: 2 })
  for (const code of [one, two])
    done(await nurse.post(participant(code, '/record-visit'), { encounter: 'day0', day: day0 }))
})
afterAll(() => trial[Symbol.asyncDispose]())

const shownOf = async (code: string, encounter = 'day0') =>
  Object.fromEntries((await values(trial, code, encounter)).items.map(({ item, shown }) => [item, shown?.en]))
const spots = ({
  body,
}: {
  readonly body: { readonly refusals: readonly { line?: number; column?: string; refusal: { code: string } }[] }
}) => body.refusals.map(({ line, column, refusal }) => [line, column, refusal.code])
const refusalsOf = ({ body }: { readonly body: { readonly refusals: readonly { code: string; field?: string }[] } }) =>
  body.refusals.map(({ code, field }) => [code, field])

describe('a file of laboratory results', () => {
  test('R3-13 given a file in other units and a limit, when it is looked at, then each result is told as reported and converted, and nothing is recorded', async () => {
    const sent = file(csv(`${one};;${day0};S1;14,1;g/dL;<40;µmol/L`, `${two};day0;${day0};S2;150;g/L;;`))
    const { status, body } = await preview(nurse, sent)
    expect({ status, refusals: body.refusals, counts: body.counts }).toEqual({
      status: 200,
      refusals: [],
      counts: { new: 3, equal: 0, changed: 0, refused: 0 },
    })
    expect(body.results[0]).toMatchObject({
      line: 2,
      participant: one,
      encounter: 'day0',
      column: 'blood.haemoglobin',
      state: 'new',
      typed: '14,1',
      shown: { en: '14.1 g/dL', nb: '14,1 g/dL' },
      converted: { en: '141 g/L' },
    })
    expect(body.results[1]).toMatchObject({ shown: { en: '<40 µmol/L' } })
    expect(await shownOf(one)).toEqual({ haemoglobin: undefined, creatinine: undefined })
  })

  test('R3-05 R3-13 R3-20 given a preview that was accepted, when it is read back, then values, reporter and origin are there, the investigator sees them at once, and each is there once; the same key and the same file record nothing more', async () => {
    const sent = file(csv(`${one};;${day0};S1;14,1;g/dL;<40;µmol/L`, `${two};day0;${day0};S2;150;g/L;;`))
    done(await accept(nurse, sent))
    const { body } = await preview(nurse, sent)
    expect(body.taken).toMatchObject({ name: 'results.csv', by: 'nurse north' })
    expect(body.counts).toEqual({ new: 0, equal: 3, changed: 0, refused: 0 })
    expect(await shownOf(one)).toEqual({ haemoglobin: '14.1 g/dL', creatinine: '<40 µmol/L' })
    const investigator = await trial.as('investigator', 'north')
    const form = (await investigator.get(participant(one, '/forms/day0/blood'))).body
    expect(form.items.find(({ item }: { item: string }) => item === 'haemoglobin')).toMatchObject({
      shown: { en: '14.1 g/dL' },
    })
    expect((await values(trial, one, 'day0')).items[0]!.history).toMatchObject([
      {
        by: { name: 'nurse north' },
        origin: { kind: 'file', name: 'results.csv', line: 2, sample: 'S1', hash: body.file.hash },
      },
    ])
    const seen = { ...sent, seen: (await preview(nurse, sent)).body.seen }
    expect(refusalsOf(await take(nurse, seen))).toEqual([['fileTaken', undefined]])
    const page = (await nurse.get(path)).body
    expect(page.files).toMatchObject([{ name: 'results.csv', rows: 2, laboratory: 'Lab', counts: { new: 3 } }])
    expect((await values(trial, one, 'day0')).version).toBe(1)
  })

  test('D8 given an accepted file, when the very same request comes again, then it is answered as the first time', async () => {
    const sent = file(csv(`${two};;${day0};S3;;;77;umol/L`))
    const request = { ...sent, seen: (await preview(nurse, sent)).body.seen }
    const key = randomUUID()
    const first = await take(nurse, request, key)
    expect(first.status).toBe(201)
    expect(await take(nurse, request, key)).toMatchObject({ status: 200, body: first.body })
    expect((await values(trial, two, 'day0')).version).toBe(2)
  })

  test('given values already there, when other ones come, then the file is refused until a reason is given, and the old value stays in the history', async () => {
    const sent = file(csv(`${one};screening;${firstDay};;14,0;g/dL;81;umol/L`))
    const { body } = await preview(nurse, sent)
    expect(body.results.map(({ state, previous }: { state: string; previous?: object }) => [state, previous])).toEqual([
      ['equal', undefined],
      ['changed', { en: '80 µmol/L', nb: '80 µmol/L' }],
    ])
    expect(body.corrects).toBe(true)
    expect(refusalsOf(await accept(nurse, sent))).toEqual([['correctionNeedsReason', 'reason']])
    expect(await shownOf(one, 'screening')).toMatchObject({ creatinine: '80 µmol/L' })
    done(await accept(nurse, sent, { reason: 'Corrected report of the laboratory' }))
    const { items } = await values(trial, one, 'screening')
    expect(items[1]!.history).toMatchObject([
      { entry: { value: 80 } },
      { entry: { value: 81 }, reason: 'Corrected report of the laboratory', origin: { line: 2 } },
    ])
    expect(items[0]!.history).toHaveLength(1)
  })

  test('given something recorded since the preview, when the preview is accepted, then it is refused and nothing is written over', async () => {
    const sent = file(csv(`${two};screening;${firstDay};;145;g/L;;`))
    const { seen } = (await preview(nurse, sent)).body
    done(
      await nurse.post(participant(two, '/record-form'), {
        encounter: 'screening',
        form: 'blood',
        day: firstDay,
        entries: { haemoglobin: { typed: '139', unit: 'g/L' } },
        reasons: { haemoglobin: 'misread' },
        expectedVersion: 1,
      }),
    )
    expect(refusalsOf(await take(nurse, { ...sent, seen, reason: 'new report' }))).toEqual([
      ['previewOutdated', undefined],
    ])
    expect(await shownOf(two, 'screening')).toMatchObject({ haemoglobin: '139 g/L' })
  })

  test('given an unscheduled visit of the sampling day, when no encounter is named, then the result goes there only if the day is clear', async () => {
    const sent = file(csv(`${one};;2026-03-01;;140;g/L;;`))
    expect(spots(await preview(nurse, sent))).toEqual([[2, 'sampled', 'noVisitThatDay']])
  })

  test('R3-20 given doubles in a file, when it is looked at, then each is refused where it stands, with the line of the other', async () => {
    const sent = file(
      csv(
        `${one};day0;${day0};S8;141;g/L;;`,
        `${one};;${day0};S8;142;g/L;;`,
        `${two};;${day0};S8;143;g/L;;`,
        `${one};;${day0};;;;50;umol/L`,
      ),
    )
    expect(spots(await preview(nurse, sent))).toEqual([
      [3, 'blood.haemoglobin', 'resultTwice'],
      [4, 'sample', 'sampleTwice'],
    ])
    expect(refusalsOf(await accept(nurse, sent, { reason: 'r' }))).toEqual([
      ['resultTwice', 'line 3, blood.haemoglobin'],
      ['sampleTwice', 'line 4, sample'],
    ])
  })

  const row = (more: Partial<Record<'code' | 'encounter' | 'sampled' | 'hb' | 'unit', string>>) =>
    `${more.code ?? one};${more.encounter ?? 'day0'};${more.sampled ?? day0};;${more.hb ?? '141'};${more.unit ?? 'g/L'};;`
  test.each<[string, () => string, object, readonly unknown[]]>([
    ['a participant of another site', () => row({ code: south }), {}, [2, 'participant', 'participantNotHere']],
    ['a code nobody has', () => row({ code: 'NOR-999' }), {}, [2, 'participant', 'participantNotHere']],
    ['an encounter that does not exist', () => row({ encounter: 'day1' }), {}, [2, 'encounter', 'encounterUnknown']],
    ['names every object has', () => row({ encounter: 'constructor' }), {}, [2, 'encounter', 'encounterUnknown']],
    ['a day of the future', () => row({ sampled: '2026-03-09' }), {}, [2, 'sampled', 'dayInFuture']],
    ['a day before consent', () => row({ sampled: '2026-02-27' }), {}, [2, 'sampled', 'dayBeforeConsent']],
    ['a day that does not exist', () => row({ sampled: '2026-02-30' }), {}, [2, 'sampled', 'dayNotDeclared']],
    ['a day in another format', () => row({ sampled: '04.03.2026' }), {}, [2, 'sampled', 'dayNotDeclared']],
    ['what a spreadsheet made of 1-2', () => row({ sampled: '2. jan' }), {}, [2, 'sampled', 'dayNotDeclared']],
    ['what a spreadsheet made of a long id', () => row({ code: '1E+15' }), {}, [2, 'participant', 'codeUnreadable']],
    ['a formula', () => row({ code: '=cmd|calc' }), {}, [2, 'participant', 'codeUnreadable']],
    [
      'the other decimal sign',
      () => row({ hb: '14.1', unit: 'g/dL' }),
      {},
      [2, 'blood.haemoglobin', 'decimalNotDeclared'],
    ],
    ['thousands', () => row({ hb: '1 410' }), {}, [2, 'blood.haemoglobin', 'thousandsSeparator']],
    ['a power of ten', () => row({ hb: '1e2' }), {}, [2, 'blood.haemoglobin', 'exponent']],
    ['a limit with equality', () => row({ hb: '<=5' }), {}, [2, 'blood.haemoglobin', 'limitInclusive']],
    ['a unit the item does not have', () => row({ unit: 'mg/L' }), {}, [2, 'blood.haemoglobin', 'unitNotAllowed']],
    ['no unit', () => row({ unit: '' }).replace(';141;;', ';141;;'), {}, [2, 'blood.haemoglobin', 'unitMissing']],
    ['a cell too many', () => `${row({})};x`, {}, [2, undefined, 'cellCount']],
    ['an open quotation mark', () => `"${row({})}`, {}, [2, undefined, 'csvQuotes']],
    ['no laboratory', () => row({}), { laboratory: ' ' }, [undefined, 'laboratory', 'textMissing']],
    ['the other separator', () => row({}), { format: { ...format, separator: ',' } }, [1, undefined, 'csvSeparator']],
  ])(
    'given %s, when it is looked at and sent, then row and column are named in both languages and nothing is recorded',
    async (_, content, more, expected) => {
      const before = await values(trial, one, 'day0')
      const sent = file(csv(content()), more)
      const looked = await preview(nurse, sent)
      expect(looked.status).toBe(200)
      expect(spots(looked)).toContainEqual(expected)
      for (const { refusal } of looked.body.refusals)
        for (const words of [refusal.reason, refusal.remedy])
          expect(words.en !== words.nb && words.en !== '').toBe(true)
      expect(await take(nurse, { ...sent, seen: looked.body.seen, reason: 'r' })).toMatchObject({ status: 422 })
      expect(await values(trial, one, 'day0')).toEqual(before)
    },
  )

  test.each([
    [
      'Windows-1252',
      Buffer.concat([Buffer.from(`${heading}\n${'NOR-001'};;;S`), Buffer.from([0xe5, 10])]),
      [2, undefined, 'fileEncoding'],
    ],
    ['UTF-16', Buffer.from(`\uFEFF${heading}`, 'utf16le'), [1, undefined, 'fileEncoding']],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), [1, undefined, 'fileNotText']],
    ['nothing', Buffer.alloc(0), [undefined, undefined, 'fileEmpty']],
    ['a heading alone', Buffer.from(heading), [undefined, undefined, 'fileEmpty']],
    [
      '1,001 rows',
      Buffer.from(csv(...Array.from({ length: 1_001 }, () => ';;;;;;;'))),
      [undefined, undefined, 'tooManyResults'],
    ],
  ])('given %s, when it is looked at, then the file is refused in words', async (_, bytes, expected) => {
    expect(spots(await preview(nurse, file(bytes)))).toEqual([expected])
  })

  test('given a byte order mark and LF, when the file is looked at, then it is read', async () => {
    const content = `\uFEFF${csv(`${one};;${day0};;142;g/L;;`).replaceAll('\r', '')}`
    expect((await preview(nurse, file(content))).body).toMatchObject({ refusals: [], counts: { changed: 1 } })
  })

  test('R3-04 R5 given sponsor roles and staff of another site, when they look or send, then they may not', async () => {
    const sent = file(csv(`${one};;${day0};;142;g/L;;`))
    for (const role of [
      'monitor',
      'dataManager',
      'inspector',
      'statistician',
      'administrator',
      'unblindedPharmacist',
      'mriReader',
      'safetyOfficer',
    ] as const)
      for (const answer of [
        await preview(await trial.as(role), sent),
        await take(await trial.as(role), { ...sent, seen: '0'.repeat(64) }),
      ])
        expect({ role, status: answer.status }).toEqual({ role, status: 403 })
    expect((await preview(await trial.as('nurse', 'south'), sent)).status).toBe(403)
    expect((await (await trial.as('nurse', 'south')).get(path)).status).toBe(403)
  })

  test('P11 given a freeze of the visit, when a file writes into it, then it is refused as typing would be', async () => {
    const frozen = await screened(trial)
    const freeze = { extent: { encounter: 'screening' }, reason: 'review' }
    done(await (await trial.as('dataManager')).post(participant(frozen, '/freeze-data'), freeze))
    const day = '2026-03-02'
    const sent = file(csv(`${frozen};screening;${day};;150;g/L;;`))
    expect(spots(await preview(nurse, sent))[0]?.[2]).toBe('dataFrozen')
  })

  test('given script and formulas in cells that may hold words, when the file is looked at, then they are data, kept as typed', async () => {
    const payload = '<img src=x onerror=alert(1)>'
    const sent = file(csv(`${one};;${day0};"${payload}";143;g/L;;`), {
      name: `${payload}.csv`,
      laboratory: '=cmd|calc',
    })
    const answer = await accept(nurse, sent, { reason: payload })
    expect(answer).toMatchObject({ status: 201 })
    const [last] = (await values(trial, one, 'day0')).items[0]!.history.slice(-1)
    expect(last).toMatchObject({ origin: { sample: payload, name: `${payload}.csv` } })
  })
})

test('given the trail, when it is read, then the file stands there in words, and each value says which file it came in', async () => {
  const { body } = await (await trial.as('monitor')).get(`${study}/audit?kind=values`)
  expect(body.rows.some(({ what }: { what: { en: string } }) => /^File .* taken: \d+ rows/.test(what.en))).toBe(true)
})
