import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
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
  const out = createWriteStream(file)
  for (const line of lines) if (!out.write(`${line}\n`)) await once(out, 'drain')
  out.end()
  await once(out, 'close')
  return lines.length
}

const unseeded = new Set([
  'recordedAt',
  'position',
  // Whoever had it could tell whose values are verified in full.
  'samplingSalt',
])

/** Canonical, as its parts are stored: only the names that an event shares with its envelope are put in order. */
const lineOf = (event: StoredEvent): string => {
  const members = Object.keys(event).flatMap((name) => {
    const text = unseeded.has(name) ? undefined : JSON.stringify(event[name])
    if (text === undefined) return []
    const kept = unseededIn.test(text)
      ? JSON.stringify(event[name], (inner, part) => (unseeded.has(inner) ? undefined : part))
      : text
    return [[name, kept] as const]
  })
  const inOrder = members.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${inOrder.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`
}

/** Whether any of the names stands somewhere within. */
const unseededIn = new RegExp([...unseeded].map((name) => `"${name}":`).join('|'), 'u')
