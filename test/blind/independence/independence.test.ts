import { generateList } from '@trialwright/conduct'
import { expect, test } from 'vitest'
import { drawFrom } from '../draw.ts'
import { nightly } from '../effort.ts'
import { report } from '../report.ts'
import { auc } from './auc.ts'
import { certainPairs } from './deduce.ts'
import { kitsOnShelf, simulated } from './simulate.ts'

const studies = nightly ? 5_000 : 1_000

test('the area under the curve of a known example is as computed by hand', () => {
  // Pairs of a first and a second: 1<2, 1<4, 3>2, 3<4, and 3=3, 1<3.
  expect(auc([1, 3, 2, 4, 3], [0, 0, 1, 1, 1])).toBeCloseTo(4.5 / 6, 12)
  expect(auc([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1)
})

test('RND-07 B6 given simulated studies, when each number a blinded person sees is held against the arm, then it tells nothing', () => {
  const numbers = new Map<string, number[]>()
  const arms: number[] = []
  for (let study = 0; study < studies; study += 1) {
    for (const { experimental, seen } of simulated(drawFrom(`study ${study}`))) {
      arms.push(Number(experimental))
      for (const [name, value] of Object.entries(seen)) {
        const held = numbers.get(name) ?? []
        held.push(value)
        numbers.set(name, held)
      }
    }
  }
  const areas = Object.fromEntries([...numbers].map(([name, values]) => [name, auc(values, arms)]))
  report('independence', {
    studies,
    infusions: arms.length,
    farthest: Math.max(...Object.values(areas).map((area) => Math.abs(area - 0.5))).toFixed(4),
  })
  expect(Object.keys(areas).length).toBeGreaterThan(12)
  for (const [name, area] of Object.entries(areas)) {
    expect([name, area]).toEqual([name, expect.any(Number)])
    expect(Math.abs(area - 0.5), `${name} has ${area}`).toBeLessThan(0.01)
  }
}, 600_000)

/** One site's list of 21, as the product draws it. */
const siteList = (draw: ReturnType<typeof drawFrom>) =>
  generateList(
    {
      method: 'permutedBlocks',
      ratio: { a: 1, b: 1 },
      blocks: [4, 6, 8],
      strata: ['site'],
      slotsPerStratum: 21,
    },
    draw,
  ).lists[0]!.arms.slice(0, 21)

test('RND-07 B6 given kits that the product does not use, numbered arm by arm or given from the lowest, then the same engine deduces pairs for certain', () => {
  const share = { ordered: 0, scrambled: 0 }
  const area = { ordered: [] as number[], arms: [] as number[] }
  const rounds = 200
  for (let round = 0; round < rounds; round += 1) {
    const draw = drawFrom(`kits ${round}`)
    const arms = siteList(draw)
    const ordered = kitsOnShelf(arms, true, draw)
    share.ordered += certainPairs(ordered) / rounds
    share.scrambled += certainPairs(kitsOnShelf(arms, false, draw)) / rounds
    area.ordered.push(...ordered.map(({ kit }) => kit))
    area.arms.push(...arms.map((arm) => Number(arm === arms[0])))
  }
  report('independence, controls', { certainPairs: share, auc: auc(area.ordered, area.arms) })
  expect(share.ordered).toBeGreaterThan(0.8)
  expect(share.scrambled).toBeGreaterThan(0.15)
  expect(Math.abs(auc(area.ordered, area.arms) - 0.5)).toBeGreaterThan(0.4)
})
