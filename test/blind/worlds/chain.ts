import { expect } from 'vitest'
import { makeTemplate } from '../installation.ts'
import { certainPairsAmong } from '../independence/deduce.ts'
import { routeAt } from '../addresses.ts'
import { report } from '../report.ts'
import { type Attention, differenceFrom, type Figures, traceOf, usesArm } from '../replay.ts'
import { studyWith, usualNames } from '../study.ts'
import { openWorld } from '../world.ts'
import { assignmentIn, drawTables, families, familyOf, type SecretTable } from './tables.ts'

export interface ChainFigures extends Figures {
  readonly worlds: Readonly<Record<string, number>>
  /** Share of pairs of participants known for certain to be in one arm, or not, from all that was seen. */
  readonly certainPairs: number
  /** Steps that used an arm, and after which nobody read the totals of the trial. */
  readonly totalsUnread: readonly string[]
  readonly seconds: number
}

export interface Way {
  readonly network?: boolean
  readonly by?: 'list' | 'minimisation'
  /** Pages are dealt out among so many worlds; each family's worlds take every share in turn. */
  readonly shares?: number
  /** Every two participants are alike in one of the worlds and unlike in another. */
  readonly everyPair?: boolean
}

/**
 * A chain of worlds, each made from the last by a complement, an exchange of two, or the change of one arm, by turns. In
 * each the same trial is conducted, and must be seen as in the first, byte by byte; so every two neighbours are alike, too.
 */
export async function walk(
  seed: string,
  transitions: number,
  attention: Attention,
  { network = false, by = 'list', shares = 1, everyPair = false }: Way = {},
): Promise<ChainFigures> {
  const began = performance.now()
  const study = studyWith(usualNames, by)
  await using template = await makeTemplate(study)
  const tables = drawTables(study.arms, seed, transitions, everyPair)
  const [first = {}, ...others] = tables
  const { trace, figures } = await (async () => {
    await using world = await openWorld(template, first, { network })
    return await traceOf(world, attention)
  })()
  let toldAlike = 0
  const worlds: Record<string, number> = {}
  for (const [step, table] of others.entries()) {
    const family = familyOf(step)
    await using other = await openWorld(template, table, { network })
    const { difference, told } = await differenceFrom(trace, other, attention, {
      which: Math.floor(step / families.length) % shares,
      of: shares,
    }).catch((error: unknown) => {
      // Said at once: what a long run comes to is told at its end only.
      report('worlds, broken off', { world: step + 1, of: seed, error: String(error).slice(0, 199) })
      throw error
    })
    if (difference) report('worlds differ', { world: step + 1, of: seed, after: family, ...difference })
    expect(difference, `world ${step + 1} of ${seed}, after ${family}`).toBeUndefined()
    // When the blind has ended, the same readers see the one thing that is different: unless the places that were used are alike.
    if (isSame(table, first)) expect(told).toBe(figures.told)
    else if (told === figures.told) toldAlike += 1
    worlds[family] = (worlds[family] ?? 0) + 1
  }
  if (attention.acts === 'whole') expect(toldAlike).toBeLessThan(Math.max(1, transitions / 3))
  return {
    ...figures,
    worlds,
    certainPairs: certainPairsAmong(tables.map(assignmentIn)),
    totalsUnread: totalsUnread(trace.places),
    seconds: Math.round((performance.now() - began) / 1000),
  }
}

/** Pages that tell totals: one read before an event and one after it is what a totals attack subtracts. */
const totals = ['overview', 'publicStudy']

const totalsUnread = (places: readonly string[]): readonly string[] => {
  const read = new Set<string>()
  const used = new Set<string>()
  for (const place of places) {
    const [, step, title] = /^(\d+) ([^:]*):/.exec(place) ?? []
    if (step === undefined || title === undefined) continue
    if (usesArm(title) && place.includes('the database')) used.add(step)
    const path = / reads (\S+)$/.exec(place)?.[1]
    const route = path && routeAt('GET', path)?.id
    if (route) read.add(`${step} ${route}`)
  }
  return [...used].flatMap((step) =>
    totals.filter((page) => !read.has(`${step} ${page}`)).map((page) => `${step} ${page}`),
  )
}

const isSame = (one: SecretTable, other: SecretTable) => JSON.stringify(one) === JSON.stringify(other)
