import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, fill, openStudy, participant, randomised } from './testing/steps.ts'
import { openTrial, password, printedName, type Person, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let code: string
let investigator: Person
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  code = await randomised(trial)
  for (const form of ['blood', 'scan']) done(await fill(trial, code, 'day0', form))
  investigator = await trial.as('investigator', 'north')
})
afterAll(() => trial[Symbol.asyncDispose]())

interface Visit {
  readonly encounter: string
  readonly record: string
  readonly standing: string
  readonly signatures: readonly { readonly printedName: string; readonly at: string; readonly meaning: string }[]
  readonly toSign: readonly unknown[]
}
const visits = async (): Promise<readonly Visit[]> =>
  (await investigator.get(participant(code, '/signatures'))).body.visits
const shown = async () =>
  (await visits())
    .filter(({ toSign, standing }) => toSign.length === 0 || standing === 'valid')
    .map(({ encounter, record: seen }) => ({ encounter, seen }))
const sign = (body: object, key?: string) => investigator.post(participant(code, '/sign-visits'), body, key)
const refusalsOf = ({ body }: Awaited<ReturnType<typeof sign>>) =>
  body.refusals?.map((each: { code: string; field?: string }) => [each.code, each.field]) ?? []
const weighs = async (weight: string, expectedVersion: number) =>
  done(
    await (await trial.as('nurse', 'north')).post(participant(code, '/record-form'), {
      encounter: 'day0',
      form: 'body',
      day: '2026-03-02',
      entries: { weight: { typed: weight, unit: 'kg' } },
      reasons: { weight: 'the scale was read again' },
      expectedVersion,
    }),
  )

describe('P11-15 P11-16 several visits signed in one act', () => {
  test('P11-19 given the components missing or wrong, then nothing is signed', async () => {
    const all = { visits: await shown() }
    expect(all.visits.map(({ encounter }) => encounter)).toEqual(['screening', 'day0'])
    expect(refusalsOf(await sign({ ...all, name: 'nurse.north', password }))).toEqual([['nameNotYours', 'name']])
    expect(refusalsOf(await sign({ ...all, password: 'not it' }))).toEqual([['passwordWrong', 'password']])
    expect((await sign(all)).status).toBe(400)
    expect((await visits()).map(({ standing }) => standing)).not.toContain('valid')
  })

  test('given no visit, a visit twice, or one changed after it was shown, then it is named and none is signed', async () => {
    const [screening, day0] = await shown()
    await weighs('81', 1)
    const signing = investigator.signing
    expect((await sign({ visits: [], ...signing })).status).toBe(400)
    const many = Array.from({ length: 201 }, () => screening)
    expect(refusalsOf(await sign({ visits: many, ...signing }))).toEqual([['malformed', 'visits']])
    expect(refusalsOf(await sign({ visits: [screening, screening], ...signing }))).toEqual([['namedTwice', 'visits.1']])
    const refused = await sign({ visits: [screening, day0], ...signing })
    expect([refused.status, refusalsOf(refused)]).toEqual([422, [['recordChanged', 'visits.1.seen']]])
    expect((await visits()).map(({ standing }) => standing)).not.toContain('valid')
  })

  test('given complete visits, when they are signed, then each shows name, time and meaning; sent again, nothing is added', async () => {
    const body = { visits: await shown(), password }
    const key = randomUUID()
    const first = done(await sign(body, key))
    expect(await sign(body, key)).toMatchObject({ status: 200, body: first.body })
    const signed = (await visits()).filter(({ standing }) => standing === 'valid')
    expect(signed.map(({ encounter }) => encounter)).toEqual(['screening', 'day0'])
    const line = { printedName: printedName('investigator', 'north'), meaning: 'reviewedVisit' }
    for (const { signatures } of signed) expect(signatures).toMatchObject([line])
    expect(new Set(signed.map(({ signatures }) => signatures[0]?.at)).size).toBe(1)
    expect(refusalsOf(await sign(body))).toEqual([
      ['alreadySigned', 'visits.0'],
      ['alreadySigned', 'visits.1'],
    ])
  })

  test('EMA-13 given one of them changed, then its signature alone is void, and it is signed again beside nothing else', async () => {
    await weighs('82', 2)
    expect((await visits()).map(({ standing }) => standing).slice(0, 2)).toEqual(['valid', 'void'])
    const [, day0] = await shown()
    done(await sign({ visits: [day0], password }))
    expect((await visits()).map(({ standing }) => standing).slice(0, 2)).toEqual(['valid', 'valid'])
  })
})
