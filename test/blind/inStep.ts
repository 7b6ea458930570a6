import { OffScript } from './course.ts'
import { type Attention, replay } from './replay.ts'
import { type Difference, Differs, firstDifference, recording } from './trace.ts'
import type { World } from './world.ts'

/**
 * Conducts the script in two worlds at the same time, step by step, and stops at the first unlike byte: the quick way when
 * worlds are expected to differ. A script that goes wrong in one of them is something to be seen, too.
 */
export async function differenceInStep(
  worlds: readonly [World, World],
  attention: Attention,
): Promise<Difference | undefined> {
  const traces = [recording(), recording()] as const
  let compared = 0
  let there = 0
  let meeting = Promise.withResolvers<void>()

  const meet = () => {
    there = 0
    const [one, other] = traces
    const difference = firstDifference(one, other, compared)
    compared = Math.min(one.places.length, other.places.length)
    const { resolve, reject } = meeting
    meeting = Promise.withResolvers()
    if (difference) reject(new Differs(difference))
    else resolve()
  }
  const pace = async () => {
    const { promise } = meeting
    there += 1
    if (there === 2) meet()
    await promise
  }
  const conduct = async (index: 0 | 1) => {
    try {
      await replay(worlds[index], traces[index], { ...attention, pace })
    } catch (error) {
      if (!(error instanceof OffScript)) throw error
      traces[index].see('the script goes wrong', error.message)
    }
    await pace()
  }

  const ended = await Promise.allSettled([conduct(0), conduct(1)])
  for (const each of ended) {
    if (each.status === 'fulfilled') continue
    if (each.reason instanceof Differs) return each.reason.difference
    throw each.reason
  }
  return undefined
}
