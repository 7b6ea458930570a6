import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileStudy, hashOf } from './compile.ts'
import { loadStudy } from './load.ts'
import type { Facts } from './record.ts'
import { facts, haemoglobinRange } from './testing/facts.ts'
import { body, index, meanOfTwo, pain, signs, smallStudy } from './testing/smallStudy.ts'

const compiled = compileStudy(smallStudy)
const study = loadStudy(compiled)
const answerOf = (id: string, given: Facts) =>
  study.criteria(study.record(given)).find((each) => each.id === id)?.answer
const born = (birthDate: string, consent = '2026-01-10') => facts({ person: { birthDate } }, { events: { consent } })

describe('age in completed years', () => {
  test.each([
    ['18 today', '2008-01-10', 'yes'],
    ['18 tomorrow', '2008-01-11', 'no'],
    ['65 years 364 days', '1960-01-11', 'yes'],
    ['66 today', '1960-01-10', 'no'],
    ['born in a month that settles it', '1980-05', 'yes'],
    ['born in the month of turning 18', '2008-01', 'unknown'],
    ['born in the year of turning 66', '1960', 'unknown'],
  ])('%s', (_, birthDate, answer) => expect(answerOf('IN01', born(birthDate))).toBe(answer))

  test('a birthday on 29 February is completed on 1 March in a common year', () => {
    expect(answerOf('IN01', born('2008-02-29', '2026-02-28'))).toBe('no')
    expect(answerOf('IN01', born('2008-02-29', '2026-03-01'))).toBe('yes')
  })

  test('given no birth date, then unknown', () => expect(answerOf('IN01', facts({}))).toBe('unknown'))
})

describe('pain: a conjunction with a disjunction of two scores', () => {
  const long = { daysWithPain: 80, duration: 12 }
  test.each([
    ['mean 15/3', { ...long, now: 5, worst: 5, usual: 5 }, 'yes'],
    ['mean 14/3', { ...long, now: 5, worst: 5, usual: 4 }, 'no'],
    ['a missing scale leaves it open', { ...long, now: 5, worst: 5 }, 'unknown'],
    [
      'the other score settles it though one scale was not done',
      { ...long, now: 6, worst: 6, usual: { absent: 'notDone' } },
      'yes',
    ],
    ['exactly half of the days', { ...long, daysWithPain: 50, now: 9, worst: 9, usual: 9 }, 'no'],
    ['a false part beats what is missing', { daysWithPain: 20 }, 'no'],
  ] as const)('%s', (_, values, answer) => expect(answerOf('IN02', facts({ pain: values }))).toBe(answer))
})

describe('a row for which all of it holds', () => {
  test.each([
    ['type and height on one endplate', [{ type: 'one', height: 10 }], 'yes'],
    ['just below', [{ type: 'one', height: 9.9 }], 'no'],
    [
      'on different endplates',
      [
        { type: 'one', height: 5 },
        { type: 'two', height: 40 },
      ],
      'no',
    ],
    ['a height still missing', [{ type: 'one' }], 'unknown'],
    ['no endplates', [], 'no'],
    ['more rows to come', { rows: [{ type: 'two', height: 40 }], complete: false }, 'unknown'],
  ] as const)('%s', (_, endplates, answer) => expect(answerOf('IN03', facts({ scan: { endplates } }))).toBe(answer))
})

describe('a date within a year', () => {
  test.each([
    ['twelve months ago to the day', '2025-01-10', 'yes'],
    ['the day before that', '2025-01-09', 'no'],
    ['the month alone, partly inside', '2025-01', 'unknown'],
    ['the month alone, wholly inside', '2025-06', 'yes'],
    ['the year alone, wholly outside', '2023', 'no'],
    ['never had one', { absent: 'notApplicable' }, 'no'],
    ['had one, date forgotten', { absent: 'notKnown' }, 'unknown'],
  ] as const)('%s', (_, surgery, answer) => expect(answerOf('EX01', facts({ body: { surgery } }))).toBe(answer))
})

describe('whom a criterion concerns', () => {
  test('a man is not concerned, whatever else is unknown', () =>
    expect(answerOf('EX02', facts({ person: { sex: 'male' } }))).toBe('notApplicable'))
  test('of unknown sex: unknown', () => expect(answerOf('EX02', facts({ person: { smoker: 'yes' } }))).toBe('unknown'))
  test('a woman who smokes', () =>
    expect(answerOf('EX02', facts({ person: { sex: 'female', smoker: 'yes' } }))).toBe('yes'))
})

describe('a laboratory’s own limits', () => {
  const sample = (haemoglobin: number | { below: number }, laboratory: string, unit?: string) => {
    const given = facts(
      { person: { sex: 'female', birthDate: '1980-01-01' }, blood: { haemoglobin } },
      { laboratory, ranges: [haemoglobinRange] },
    )
    if (unit === undefined) return given
    const forms = given.forms.map((form) =>
      form.form === 'blood' ? { ...form, entries: { haemoglobin: { typed: '', value: haemoglobin, unit } } } : form,
    )
    return { ...given, forms }
  }
  test.each([
    ['on the lower limit', sample(117, 'north'), 'no'],
    ['below it', sample(116.9, 'north'), 'yes'],
    ['above the upper', sample(154, 'north'), 'yes'],
    ['reported in g/dL', sample(11.7, 'north', 'g/dL'), 'no'],
    ['below a number below the limit', sample({ below: 90 }, 'north'), 'yes'],
    ['below a number inside the limits', sample({ below: 130 }, 'north'), 'unknown'],
    ['a laboratory that gave no limits', sample(140, 'south'), 'unknown'],
  ] as const)('%s', (_, given, answer) => expect(answerOf('EX03', given)).toBe(answer))

  test('limits for women are not used for a man', () => {
    const man = facts(
      { person: { sex: 'male', birthDate: '1980-01-01' }, blood: { haemoglobin: 100 } },
      { laboratory: 'north', ranges: [haemoglobinRange] },
    )
    expect(answerOf('EX03', man)).toBe('unknown')
  })
})

describe('scores', () => {
  const score = (node: { node: Parameters<typeof study.number>[0] }, values: Parameters<typeof facts>[0]) =>
    study.number(node.node, study.record(facts(values)))
  test('a prorated score leaves out what was not answered: 16 of 20', () =>
    expect(score(index, { pain: { now: 8, worst: 8, usual: { absent: 'notApplicable' } } })?.low).toBeCloseTo(80, 10))
  test('fewer answered than the least leaves it unknown', () =>
    expect(
      score(index, { pain: { now: 8, worst: { absent: 'refused' }, usual: { absent: 'notDone' } } }),
    ).toBeUndefined())
  test('a mean of those answered', () =>
    expect(score(meanOfTwo, { pain: { now: 4, worst: 7, usual: { absent: 'notKnown' } } })?.low).toBe(5.5))
  test('a tally counts blanks as not holding, and what is to come as open', () => {
    expect(score(signs, { pain: { walks: 'yes', sleeps: { absent: 'notKnown' } } })).toEqual({ low: 1, high: 1 })
    expect(score(signs, { pain: { walks: 'yes' } })).toEqual({ low: 1, high: 2 })
  })
  test('R3-25 a dose: 75 kg at 5 mg/kg is 375 mg, 4 vials, 37.5 mL', () => {
    const preparation = compiled.arms[0]?.preparation
    const record = study.record(facts({ body: { weight: 75 } }))
    const parts =
      preparation &&
      [preparation.dose, preparation.vials, preparation.concentrate].map((node) => study.number(node, record)?.low)
    expect(parts).toEqual([375, 4, 37.5])
  })
})

describe('what was read before', () => {
  const filled = ['screening', 'day0', 'day14'].flatMap((encounter, at) =>
    [120, 160].flatMap(
      (haemoglobin, other) =>
        facts(
          {
            person: { sex: other === 0 ? 'female' : 'male', birthDate: '1980-01-01' },
            body: { weight: 70 + at + other, ...(other === 1 && { temperature: { absent: 'notDone' } }) },
            blood: { haemoglobin },
          },
          { encounter, date: `2026-0${at + 1}-10`, laboratory: 'north' },
        ).forms,
    ),
  )
  const ask = fc.record({
    forms: fc.uniqueArray(fc.constantFrom(...filled), { selector: ({ form, encounter }) => `${form} ${encounter}` }),
    ranges: fc.constantFrom([haemoglobinRange], []),
    visit: fc.constantFrom('day0', 'day14'),
  })

  test('given forms filled in, changed and taken back, and limits that change, then a record is as if it were the first', () => {
    fc.assert(
      fc.property(fc.array(ask, { minLength: 2, maxLength: 8 }), (asked) => {
        for (const each of asked) {
          const given = facts({}, each)
          // Copies were never read before.
          expect(study.record(given)).toEqual(study.record({ ...given, forms: structuredClone(given.forms) }))
        }
      }),
    )
  })
})

describe('which filling is read', () => {
  const twice = facts({ body: { temperature: 39, weight: 70 } }, { visit: 'day14', forms: [], encounter: 'screening' })
  test('this visit’s, and no other, for a hold', () => {
    expect(study.rules('holds', study.record(twice))[0]?.answer).toBe('unknown')
    const at14 = {
      ...twice,
      forms: [
        ...twice.forms,
        { form: 'body', encounter: 'day14', date: '2026-02-10', entries: { temperature: { typed: '37', value: 37 } } },
      ],
    }
    expect(study.rules('holds', study.record(at14))[0]?.answer).toBe('no')
  })
  test('the latest value, where a later filling says it was not done', () => {
    const later = {
      form: 'body',
      encounter: 'day14',
      date: '2026-02-10',
      entries: { weight: { absent: 'notDone' as const } },
    }
    expect(study.number(body.weight.node, study.record({ ...twice, forms: [...twice.forms, later] }))?.low).toBe(70)
  })
  test('a named encounter’s', () => {
    const given = facts({ pain: { now: 9, worst: 9, usual: 9 } }, { encounter: 'day14' })
    expect(study.number(index.at('day14').node, study.record(given))?.low).toBe(90)
    expect(study.number(index.at('screening').node, study.record(given))).toBeUndefined()
    expect(study.number(pain.now.node, study.record(given))?.low).toBe(9)
  })
})

describe('a compiled study', () => {
  const given = facts({ person: { birthDate: '1980-01-01', sex: 'female', smoker: 'no' }, pain: { daysWithPain: 80 } })
  test('runs from its JSON without the source, with the same answers', () => {
    const again = loadStudy(JSON.parse(JSON.stringify(compiled)))
    expect(again.criteria(again.record(given))).toEqual(study.criteria(study.record(given)))
  })
  test('has a hash that changes with its content alone', () => {
    expect(hashOf(JSON.parse(JSON.stringify(compiled)))).toBe(hashOf(compiled))
    expect(hashOf({ ...compiled, target: 11 })).not.toBe(hashOf(compiled))
  })
  test('holds no function and nothing undefined', () => expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled))
})

describe('explanations', () => {
  test('say what was asked, in both languages, with the values used', () => {
    const record = study.record(facts({ pain: { now: 5, worst: 5, usual: 4, daysWithPain: 80, duration: 12 } }))
    const reason = study.reasonedCriteria(record).find(({ id }) => id === 'IN02')?.because
    const explanation = reason && study.render(reason, record)
    expect(explanation?.answer).toBe('no')
    expect(explanation?.parts[0]).toMatchObject({
      answer: 'yes',
      statement: { en: 'Days with pain is above 50%', nb: 'Days with pain er over 50 %' },
    })
    expect(explanation?.parts[0]?.used[0]).toMatchObject({ item: 'daysWithPain', status: 'known', date: '2026-01-10' })
  })
  test('agree with the answer without reasons, for every criterion', () => {
    const record = study.record(facts({ person: { sex: 'male' }, scan: { endplates: [{ type: 'one' }] } }))
    expect(study.reasonedCriteria(record).map(({ id, answer }) => ({ id, answer }))).toEqual(
      study.criteria(record).map(({ id, answer }) => ({ id, answer })),
    )
  })
})

describe('the next best question', () => {
  test('a question comes before a blood sample, and a sample before a scan', () => {
    const order = study.nextQuestions(study.record(facts({}))).map(({ form }) => form)
    expect(order.indexOf('person')).toBeLessThan(order.indexOf('blood'))
    expect(order.indexOf('blood')).toBeLessThan(order.indexOf('scan'))
  })
  test('nothing is asked that no undecided criterion reads', () => {
    const record = study.record(facts({ person: { sex: 'male', birthDate: '1980-01-01' } }))
    expect(study.nextQuestions(record).some(({ item }) => item === 'smoker')).toBe(false)
  })
})

describe('the rows of an explanation', () => {
  const rowsOf = (endplates: Parameters<typeof facts>[0][string][string]) => {
    const record = study.record(facts({ scan: { endplates } }))
    const reason = study.reasonedCriteria(record).find(({ id }) => id === 'IN03')?.because
    return reason && study.render(reason, record).parts.map(({ row, answer }) => [row?.en, answer])
  }
  test('are those that decide: the one that holds', () =>
    expect(
      rowsOf([
        { type: 'two', height: 40 },
        { type: 'one', height: 30 },
      ]),
    ).toEqual([['row 2', 'yes']]))
  test('or those still open', () =>
    expect(rowsOf([{ type: 'two', height: 40 }, { type: 'one' }])).toEqual([['row 2', 'unknown']]))
  test('or all of them, where none holds', () =>
    expect(
      rowsOf([
        { type: 'two', height: 40 },
        { type: 'one', height: 5 },
      ]),
    ).toHaveLength(2))
})
