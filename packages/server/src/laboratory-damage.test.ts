import fc from 'fast-check'
import { loadMany } from '@trialwright/records'
import { runs } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accept, csv, file, firstDay, preview, take } from './testing/results.ts'
import { openStudy, screened } from './testing/steps.ts'
import { compiled, openTrial, type Person, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let nurse: Person
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  nurse = await trial.as('nurse', 'north')
})
afterAll(() => trial[Symbol.asyncDispose]())

const versions = async (codes: readonly string[]) => {
  const ids = codes.map((code) => `participant/${code}`)
  const streams = await loadMany(trial.pools.blinded, compiled.id, ids)
  return ids.map((id) => streams.get(id)!.version)
}

describe('a thousand rows, and damaged files', () => {
  test('given a file of 1,000 rows for many participants, when it is sent, then it fits and is taken as one act', async () => {
    const codes = await Promise.all(Array.from({ length: 6 }, () => screened(trial)))
    const rows = Array.from({ length: 1_000 }, (_, index) =>
      index < codes.length ? `${codes[index]};screening;${firstDay};B${index};13${index};g/L;7${index};umol/L` : '',
    ).filter((each) => each !== '')
    const padded = Array.from(
      { length: 1_000 - rows.length },
      (_, index) => `NOR-9${String(index).padStart(2, '0')};;${firstDay};C${index};140;g/L;80;umol/L`,
    )
    const full = await preview(nurse, file(csv(...rows, ...padded)))
    expect(full).toMatchObject({ status: 200, body: { file: { rows: 1_000 } } })
    const sent = file(csv(...rows))
    expect(await accept(nurse, sent, { reason: 'whole file' })).toMatchObject({ status: 201 })
  }, 60_000)

  test('R3-20 D16 given 500 damaged files, when each is looked at and sent, then none is a fault and none is taken by half', async () => {
    const [three, four] = [await screened(trial), await screened(trial)]
    let number = 0
    const whole = () => {
      number += 1
      return csv(
        `${three};screening;${firstDay};a${number};1${20 + (number % 50)};g/L;8${number % 10};umol/L`,
        `${four};screening;${firstDay};b${number};1${20 + (number % 50)};g/L;8${number % 10};umol/L`,
      )
    }
    const bytes = fc.array(
      fc.tuple(fc.nat(400), fc.constantFrom(0, 10, 13, 34, 44, 59, 46, 60, 0x41, 0xe5, 0xff, 0x39)),
      { minLength: 1, maxLength: 4 },
    )
    const cuts = fc.tuple(fc.nat(400), fc.nat(60))
    const damage = fc.record({ bytes, cut: fc.option(cuts), twice: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(damage, async ({ bytes: changes, cut, twice }) => {
        const damaged = Buffer.from(whole())
        for (const [at, byte] of changes) damaged[at % damaged.length] = byte
        const kept = cut ? Buffer.concat([damaged.subarray(0, cut[0]), damaged.subarray(cut[0] + cut[1])]) : damaged
        const sent = file(twice ? Buffer.concat([kept, kept]) : kept)
        const before = await versions([three, four])
        const looked = await preview(nurse, sent)
        expect(looked.status).toBe(200)
        const answer = await take(nurse, { ...sent, seen: looked.body.seen, reason: 'damage', confirmed: [] })
        expect([201, 422]).toContain(answer.status)
        const changed = (await versions([three, four])).map((version, index) => version - before[index]!)
        const expected = new Set<string>(
          looked.body.results
            .filter(({ state }: { state: string }) => state !== 'equal')
            .map((each: { participant: string }) => each.participant),
        )
        if (answer.status === 422) expect(changed).toEqual([0, 0])
        else expect(changed.map((steps) => steps > 0)).toEqual([three, four].map((code) => expected.has(code)))
      }),
      runs(500),
    )
    expect(trial.errors).toEqual([])
  }, 240_000)
})
