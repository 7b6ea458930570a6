import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Invariant, Watch } from '@trialwright/simulation'

/** What blinded people saw of a run, in a file: a line each, the place and the answer. */
export interface Seen {
  readonly watch: Watch
  close(): Promise<void>
}

export function seenIn(file: string): Seen {
  const out = createWriteStream(file)
  return {
    watch: (place, answer) => void out.write(`${JSON.stringify([place, answer])}\n`),
    close: () => new Promise((resolve) => out.end(resolve)),
  }
}

/** Whether two runs were seen alike: every place in both, with the same answer. */
export async function worldsEqual(one: string, other: string): Promise<Invariant> {
  const before = await digests(one)
  const wrong: string[] = []
  let [checked, bytes] = [0, 0]
  for await (const [place, answer] of lines(other)) {
    checked += 1
    bytes += answer.length
    const there = before.get(place)
    if (there === undefined) wrong.push(`${place} is seen in the other world alone`)
    else if (there !== digest(answer)) wrong.push(`${place} differs: ${await difference(one, place, answer)}`)
    before.delete(place)
    if (wrong.length >= most) break
  }
  if (wrong.length < most) wrong.push(...[...before.keys()].map((place) => `${place} is seen in the first world alone`))
  return {
    id: 'worlds',
    text: `Blinded people see the same in a world with every arm exchanged (${Math.round(bytes / 1e6)} MB)`,
    checked,
    wrong: wrong.slice(0, most),
  }
}

const most = 20

async function* lines(file: string): AsyncGenerator<readonly [place: string, answer: string]> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    yield JSON.parse(line) as [string, string]
}

async function digests(file: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for await (const [place, answer] of lines(file)) found.set(place, digest(answer))
  return found
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Both answers around their first unlike character. */
async function difference(file: string, place: string, answer: string): Promise<string> {
  for await (const [there, before] of lines(file)) {
    if (there !== place) continue
    let at = 0
    while (at < before.length && before[at] === answer[at]) at += 1
    const part = (text: string) => text.slice(Math.max(0, at - 40), at + 40)
    return `…${part(before)}… and …${part(answer)}…`
  }
  return ''
}
