import { expect } from 'vitest'
import { drawFrom } from '../draw.ts'
import { makeTemplate } from '../installation.ts'
import { certainPairsAmong } from '../independence/deduce.ts'
import { type Attention, differenceFrom, type Figures, traceOf } from '../replay.ts'
import { studyWith, usualNames } from '../study.ts'
import { openWorld } from '../world.ts'
import { changed, drawTable, families, type SecretTable } from './tables.ts'

export interface ChainFigures extends Figures {
  readonly worlds: Readonly<Record<string, number>>
  /** Share of pairs of participants known for certain to be in one arm, or not, from all that was seen. */
  readonly certainPairs: number
  readonly seconds: number
}

/**
 * A chain of worlds, each made from the last by a complement, an exchange of two, or the change of one arm, by turns. In
 * each the same trial is conducted, and must be seen as in the first, byte by byte; so every two neighbours are alike, too.
 */
export async function walk(
  seed: string,
  transitions: number,
  attention: Attention,
  network = false,
): Promise<ChainFigures> {
  const began = performance.now()
  const study = studyWith(usualNames)
  await using template = await makeTemplate(study)
  const draw = drawFrom(seed)
  const first = drawTable(study.arms, draw)
  let table = first
  const { trace, figures } = await (async () => {
    await using world = await openWorld(template, table, { network })
    return await traceOf(world, attention)
  })()
  const worlds: Record<string, number> = {}
  const assignments = [Object.values(table).flat()]
  for (let step = 0; step < transitions; step += 1) {
    const family = families[step % families.length]!
    table = changed(table, family, study.arms, draw)
    await using other = await openWorld(template, table, { network })
    const { difference, told } = await differenceFrom(trace, other, attention)
    expect(difference, `world ${step + 1} of ${seed}, after ${family}`).toBeUndefined()
    // When the blind has ended, the same readers see the one thing that is different.
    if (attention.acts === 'whole') expect(told === figures.told).toBe(isSame(table, first))
    worlds[family] = (worlds[family] ?? 0) + 1
    assignments.push(Object.values(table).flat())
  }
  return {
    ...figures,
    worlds,
    certainPairs: certainPairsAmong(assignments),
    seconds: Math.round((performance.now() - began) / 1000),
  }
}

const isSame = (one: SecretTable, other: SecretTable) => JSON.stringify(one) === JSON.stringify(other)
