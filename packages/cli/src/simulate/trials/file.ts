import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { TrialRow } from '@trialwright/simulation'
import { Stop } from '../../stop.ts'
import type { WorkerData } from './messages.ts'

/** The trials run so far, one line each, in their order; a line half written when a run stopped is cut off. */
export interface TrialFile {
  readonly name: string
  readonly done: number
  append(rows: readonly TrialRow[]): void
  rows(): readonly TrialRow[]
}

export function openTrialFile(out: string, asked: WorkerData, resume: boolean): TrialFile {
  const name = path.join(out, 'trials.jsonl')
  const kept = path.join(out, 'trials.json')
  if (existsSync(kept)) {
    if (!resume)
      throw new Stop(`${out} holds trials already; go on with them by --resume, or choose another folder with --out.`)
    if (readFileSync(kept, 'utf8') !== JSON.stringify(asked))
      throw new Stop(
        `${out} holds trials of another study, scenario, number or seed; ask for those, or choose another folder.`,
      )
  } else if (resume) throw new Stop(`There are no trials to go on with in ${out}; leave out --resume to begin.`)
  else {
    writeFileSync(name, '')
    writeFileSync(kept, JSON.stringify(asked))
  }
  const text = readFileSync(name, 'utf8')
  truncateSync(name, Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)))
  return {
    name,
    done: text.split('\n').length - 1,
    append: (rows) => appendFileSync(name, rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
    rows: () =>
      readFileSync(name, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as TrialRow),
  }
}
