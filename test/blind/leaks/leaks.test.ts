import type { Draw } from '@trialwright/conduct'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawFrom } from '../draw.ts'
import { nightly } from '../effort.ts'
import { differenceInStep } from '../inStep.ts'
import { makeTemplate, type Template } from '../installation.ts'
import type { Attention } from '../replay.ts'
import { report } from '../report.ts'
import { studyWith, usualNames } from '../study.ts'
import { openWorld } from '../world.ts'
import { changed, drawTable, families, type Family, type SecretTable } from '../worlds/tables.ts'
import { answerLeaks } from './answers.ts'
import { listLeaks } from './lists.ts'
import { type Leak, planted } from './planted.ts'
import { recordLeaks } from './records.ts'

const study = studyWith(usualNames)
const attention: Attention = { roles: 0, atArms: 2, thorough: false, surveys: false, knocks: false, acts: 'beginning' }
const all: readonly Leak[] = [...answerLeaks, ...listLeaks, ...recordLeaks]
/**
 * By day every channel's first, the one in an answer that is sent as bytes written once, and as many more as make
 * twenty-six; all of them at night.
 */
const leaks: readonly Leak[] = nightly ? all : ofEveryChannel(26)

function ofEveryChannel(count: number): readonly Leak[] {
  const first = all.filter((leak, index) => all.findIndex(({ channel }) => channel === leak.channel) === index)
  const inBytes = all.filter(({ name }) => name === 'the definition as staff read it')
  const must = [...first, ...inBytes]
  const chosen = new Set([...must, ...all.filter((leak) => !must.includes(leak)).slice(0, count - must.length)])
  return all.filter((leak) => chosen.has(leak))
}

/** One changed arm finds most, so it comes first; a leak that depends on a count may need another pair of worlds. */
const tried: readonly Family[] = ['singleFlip', 'pairSwap', 'complement', 'singleFlip', 'singleFlip', 'pairSwap']
/** Nightly, pairs of worlds for every leak and family, to learn which family sees what. */
const pairs = 3

describe('given a leak planted in the product', () => {
  let template: Template
  const caughtBy = new Map<string, Record<Family, number>>()
  beforeAll(async () => void (template = await makeTemplate(study)), 600_000)
  afterAll(async () => {
    await template[Symbol.asyncDispose]()
    report('planted leaks', { planted: leaks.length, channels: new Set(leaks.map(({ channel }) => channel)).size })
    for (const [name, counts] of caughtBy) report(`caught of ${pairs}, ${name}`, counts)
  })

  const isCaught = async (leak: Leak, family: Family, draw: Draw): Promise<boolean> => {
    const table = drawTable(study.arms, draw)
    await using one = await openWorld(template, table, { plant: planted(leak) })
    await using other = await openWorld(template, neighbour(table, family, draw), { plant: planted(leak) })
    return (await differenceInStep([one, other], attention)) !== undefined
  }

  test('R3-10 then there are at least 25 of them, by many channels', () => {
    expect(leaks.length).toBeGreaterThanOrEqual(25)
    expect(new Set(leaks.map(({ name }) => name)).size).toBe(leaks.length)
    expect(new Set(leaks.map(({ channel }) => channel)).size).toBeGreaterThanOrEqual(12)
  })

  test.each(leaks)(
    'R3-10 B2 $name (channel $channel), when two worlds are compared, then it is caught',
    async (leak) => {
      const draw = drawFrom(leak.name)
      let caught = false
      for (const family of tried) caught ||= await isCaught(leak, family, draw)
      expect(caught, `${leak.name} was not caught`).toBe(true)
    },
    600_000,
  )

  test.runIf(nightly)(
    'R3-10 B2 then each is caught by a family, whichever worlds are drawn',
    async () => {
      for (const leak of leaks) {
        const draw = drawFrom(`nightly ${leak.name}`)
        const counts: Record<Family, number> = { complement: 0, pairSwap: 0, singleFlip: 0 }
        for (const family of families)
          for (let pair = 0; pair < pairs; pair += 1) counts[family] += Number(await isCaught(leak, family, draw))
        caughtBy.set(leak.name, counts)
      }
      const missed = [...caughtBy].filter(([, counts]) => Object.values(counts).every((count) => count === 0))
      expect(missed).toEqual([])
    },
    14_400_000,
  )
})

/** Two are infused at the north: a change of their arms is one that every step can meet. */
function neighbour(table: SecretTable, family: Family, draw: Draw): SecretTable {
  const other = changed(table, family, study.arms, draw)
  const met = (which: SecretTable) => which['north']!.slice(0, 2).join()
  return met(other) === met(table) ? neighbour(table, family, draw) : other
}
