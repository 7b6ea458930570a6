import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nightly } from '../effort.ts'
import { makeTemplate, type Template } from '../installation.ts'
import { report } from '../report.ts'
import { studyWith, usualNames } from '../study.ts'
import { openWorld, type Plant, type World } from '../world.ts'
import { type Crowd, crowdIn } from './crowd.ts'
import { type Found, isApart, measureAll } from './measure.ts'

const study = studyWith(usualNames)
/** Requests in all: five routes, two worlds. */
const requests = Number(process.env['TRIALWRIGHT_TIMED'] ?? 20_000)
const count = Math.ceil(requests / 10)

describe.runIf(nightly)(
  `given two worlds, all of one arm in the one and of the other in the other, and ${requests} interleaved requests`,
  () => {
    let template: Template
    beforeAll(async () => void (template = await makeTemplate(study)), 120_000)
    afterAll(() => template[Symbol.asyncDispose]())

    const measured = async (plant: Plant = {}): Promise<readonly Found[]> => {
      const worlds: World[] = []
      let crowd: Crowd | undefined
      try {
        for (const arm of study.arms) {
          const world = await openWorld(
            template,
            { north: Array.from({ length: 2 * count + 2 }, () => arm) },
            { plant },
          )
          worlds.push(world)
          crowd = await crowdIn(world, count)
        }
        return await measureAll([worlds[0]!, worlds[1]!], crowd!, count)
      } finally {
        for (const world of worlds) await world[Symbol.asyncDispose]()
      }
    }
    const told = (found: readonly Found[]) =>
      Object.fromEntries(
        found.map(({ name, raw, cropped, median }) => [
          name,
          `t ${raw.toFixed(1)}, cropped ${cropped.toFixed(1)}, median ${median.toFixed(1)} ms`,
        ]),
      )

    test('R3-10 B4 when times are held against each other, then Welch’s t tells no world from the other', async () => {
      const found = await measured()
      report('timing', { requests, ...told(found) })
      const suspect = found.filter(isApart).map(({ name }) => name)
      if (suspect.length === 0) return
      // One chance finding in many nights is expected; a real one is there again.
      const again = await measured()
      report('timing, again', { requests, ...told(again) })
      expect(again.filter((each) => isApart(each) && suspect.includes(each.name))).toEqual([])
    }, 3_600_000)

    test('B4 given a delay planted in one arm, when times are held against each other, then it is found on every route', async () => {
      const missed: Record<number, readonly string[]> = {}
      // The least that is found tells how finely this machine measures at the moment.
      for (const milliseconds of [1, 5]) {
        const found = await measured({ server: (server, world) => delayed(server, world.table, milliseconds) })
        report('timing, planted delay', { requests, milliseconds, ...told(found) })
        missed[milliseconds] = found.filter((each) => !isApart(each)).map(({ name }) => name)
        if (missed[milliseconds].length === 0) return
      }
      expect(missed[5]).toEqual([])
    }, 3_600_000)

    /** Every answer of the world of the first arm takes so much longer. */
    function delayed(server: World['server'], table: World['table'], milliseconds: number): void {
      if (table['north']?.[0] !== study.arms[0]) return
      server.addHook('preHandler', async () => {
        const until = performance.now() + milliseconds
        while (performance.now() < until);
      })
    }
  },
)
