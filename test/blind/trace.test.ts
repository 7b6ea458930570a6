import { expect, test } from 'vitest'
import { comparing, Differs, recording } from './trace.ts'

const places = [
  '1 open: the answer',
  ...Array.from({ length: 20 }, (_, index) => `1 open: nurse reads /${index}`),
  'log',
]
const recorded = () => {
  const trace = recording()
  for (const place of places) trace.see(place, `bytes of ${place}`)
  return trace
}

test('R3-10 B1 given pages dealt out in shares, then each page is in one of them, and what is no page in each', () => {
  const wanted = [0, 1, 2].map((which) =>
    places.filter((place) => comparing(recorded(), { which, of: 3 }).wants!(place)),
  )
  const pages = wanted.flat().filter((place) => place.includes(' reads '))
  expect(pages.toSorted()).toEqual(places.filter((place) => place.includes(' reads ')).toSorted())
  for (const share of wanted) expect([share[0], share.at(-1)]).toEqual([places[0], 'log'])
})

test('R3-10 B1 given a share of the pages read, when one has another byte, one is left out or more follows, then it differs', () => {
  const share = { which: 1, of: 3 }
  const asked = places.filter((place) => comparing(recorded(), share).wants!(place))
  const see = (bytes: (place: string) => string, of: readonly string[] = asked) => {
    const watcher = comparing(recorded(), share)
    for (const place of of) watcher.see(place, bytes(place))
    watcher.finish()
  }
  const same = (place: string) => `bytes of ${place}`
  expect(() => see(same)).not.toThrow()
  const page = asked.find((place) => place.includes(' reads '))!
  expect(() => see((place) => (place === page ? `${same(place)} ` : same(place)))).toThrow(Differs)
  expect(() =>
    see(
      same,
      asked.filter((place) => place !== page),
    ),
  ).toThrow(Differs)
  expect(() => see(same, asked.slice(0, -1))).toThrow(Differs)
})
