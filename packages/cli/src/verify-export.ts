import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { growTree, leafHash, toDigest } from '@trialwright/records'
import { Stop } from './stop.ts'

const help = `trialwright verify-export FILE

  Checks an export of audit records (NDJSON) by itself, without server and database: each record against the hash of its leaf,
  their order without gaps, and the root of them all against the checkpoint in the last line. Compare that checkpoint with one
  kept elsewhere. Exit code 1 at the first line that does not agree.`

type Line =
  | { readonly position: number; readonly leafHash: string; readonly record: string }
  /** What nobody is told, whose leaf the root holds all the same. */
  | { readonly position: number; readonly leafHash: string; readonly withheld: string }
  | { readonly checkpoint: { readonly study: string; readonly size: number; readonly root: string } }

/** Verifies a file of audit records line by line, in constant memory. */
export async function verifyExport(args: readonly string[]): Promise<number> {
  const [file] = args
  if (file === undefined || file === '--help') {
    console.log(help)
    return file === undefined ? 1 : 0
  }
  const tree = growTree()
  const withheld: string[] = []
  let number = 0
  let end: Extract<Line, { checkpoint: unknown }>['checkpoint'] | undefined
  for await (const text of createInterface({ input: reading(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    const line = parsed(text)
    if (end !== undefined) return wrong(number, 'stands behind the checkpoint')
    if (line === undefined) return wrong(number, 'is no line of such a file')
    if ('checkpoint' in line) end = line.checkpoint
    else if (line.position !== tree.size()) return wrong(number, `has position ${line.position}, not ${tree.size()}`)
    else if ('withheld' in line) {
      withheld.push(`${line.position} (${line.withheld})`)
      tree.add(toDigest(line.leafHash))
    } else if (leafHash(line.record) !== line.leafHash) return wrong(number, 'was changed: its hash is another')
    else if (!inside(line)) return wrong(number, 'tells another position than its record')
    else tree.add(toDigest(line.leafHash))
  }
  if (end === undefined) return wrong(number + 1, 'is missing: the file ends without its checkpoint')
  if (end.size !== tree.size()) return wrong(number, `tells ${end.size} records; the file has ${tree.size()}`)
  if (end.root !== tree.root()) return wrong(number, 'tells another root than the records have')
  console.log(`${end.study}: ${end.size} records, root ${end.root}`)
  if (withheld.length > 0) console.log(`Withheld, checked by their leaves alone: record ${withheld.join(', ')}`)
  return 0
}

const inside = ({ position, record }: Extract<Line, { record: string }>): boolean =>
  (JSON.parse(record) as { position?: unknown }).position === position

const reading = (file: string) =>
  createReadStream(file).on('error', (error) => {
    console.error(new Stop(`${file} cannot be read: ${error.message}`).message)
    process.exitCode = 1
  })

function parsed(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line
  } catch {
    return undefined
  }
}

function wrong(line: number, what: string): number {
  console.log(`Line ${line} ${what}.`)
  return 1
}
