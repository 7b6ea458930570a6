import { writeFile } from 'node:fs/promises'
import { loadAll, loadSealed, type Pools, type StoredEvent } from '@trialwright/records'

/** Streams whose names the open log tells: one sealed stream for each participant, one for each site's stock. */
const sealedStreams = (codes: readonly string[], sites: readonly string[]): readonly string[] => [
  ...codes.map((code) => `unblinded/${code}`),
  ...sites.map((site) => `unblinded/stock/${site}`),
]

/**
 * Writes every event of the study, open and sealed, one canonical line each, by stream and version, with its signatures. Left
 * out is what no seed gives, the time of recording and the place in the log, and the salt of the sample that is verified.
 */
export async function writeEvents(
  pools: Pools,
  study: { readonly id: string; readonly sites: readonly string[] },
  file: string,
): Promise<number> {
  const open: StoredEvent[] = []
  for (let after = -1; ; ) {
    const page = await loadAll(pools.blinded, study.id, { after, limit: 5000 })
    open.push(...page)
    const last = page.at(-1)
    if (!last) break
    after = last.position
  }
  const codes = [...new Set(open.map(({ streamId }) => streamId))]
    .filter((stream) => stream.startsWith('participant/'))
    .map((stream) => stream.slice('participant/'.length))
  const sealed = await loadSealed(pools.unblinded, study.id, sealedStreams(codes, study.sites))
  const all = [
    ...open.filter(({ streamId }) => streamId !== 'clock'),
    ...[...sealed.values()].flatMap(({ events }) => events),
  ]
  const lines = all
    .toSorted((a, b) => (a.streamId < b.streamId ? -1 : a.streamId > b.streamId ? 1 : a.version - b.version))
    .map(lineOf)
  await writeFile(file, inChunks(lines))
  return lines.length
}

/** A write for each line would cost more than the line. */
function* inChunks(lines: readonly string[]): Generator<string> {
  for (let from = 0; from < lines.length; from += 1000) yield `${lines.slice(from, from + 1000).join('\n')}\n`
}

const unseeded = new Set([
  'recordedAt',
  'position',
  // Whoever had it could tell whose values are verified in full.
  'samplingSalt',
])

/** Canonical, as its parts are stored: only the names that an event shares with its envelope are put in order. */
const lineOf = (event: StoredEvent): string => {
  const names = Object.keys(event).filter((name) => !unseeded.has(name))
  const inOrder = Object.fromEntries(names.sort().map((name) => [name, event[name]]))
  const line = JSON.stringify(inOrder)
  return unseededIn.test(line) ? JSON.stringify(inOrder, (name, part) => (unseeded.has(name) ? undefined : part)) : line
}

/** Whether any of the names stands somewhere within. */
const unseededIn = new RegExp([...unseeded].map((name) => `"${name}":`).join('|'), 'u')
