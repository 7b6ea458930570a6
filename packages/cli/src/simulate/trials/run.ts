import { Worker } from 'node:worker_threads'
import { literal, type Pairs, type R, readRows, type TrialRow } from '@trialwright/simulation'
import type { TrialFile } from './file.ts'
import type { Ran, WorkerData } from './messages.ts'

/** Trials a thread is given at once, and trials R is given at once. */
const order = 5
const batch = 100

export interface TrialsProgress {
  readonly done: number
  readonly of: number
  readonly perSecond: number
}

/** Runs the trials that are still to be run on so many threads; rows are written in order, whoever was quicker. */
export async function runTrials(
  asked: WorkerData,
  {
    trials,
    workers,
    file,
    r,
    progress,
  }: {
    readonly trials: number
    readonly workers: number
    readonly file: TrialFile
    readonly r: R
    readonly progress: (now: TrialsProgress) => void
  },
): Promise<void> {
  if (file.done >= trials) return
  const began = performance.now()
  let [next, written] = [file.done, file.done]
  const waiting = new Map<number, Ran[number]>()
  let writing = Promise.resolve()

  // Whole batches go to R as soon as no earlier trial is missing.
  const write = async (): Promise<void> => {
    for (;;) {
      const size = Math.min(batch, trials - written)
      if (size === 0 || !hasAll(waiting, written, size)) return
      const ready = Array.from({ length: size }, (_, at) => waiting.get(written + at)!)
      for (let at = 0; at < size; at += 1) waiting.delete(written + at)
      written += size
      file.append(await analysed(r, ready))
      progress({ done: written, of: trials, perSecond: (written - file.done) / ((performance.now() - began) / 1000) })
    }
  }

  const threads = Array.from(
    { length: Math.max(1, workers) },
    () => new Worker(new URL('worker.ts', import.meta.url), { workerData: asked }),
  )
  try {
    await Promise.all(
      threads.map(
        (thread) =>
          new Promise<void>((resolve, reject) => {
            thread.on('error', reject)
            thread.on('message', (ran: Ran | 'ready') => {
              if (ran !== 'ready') for (const each of ran) waiting.set(each.row.trial, each)
              writing = writing.then(write)
              writing.catch(reject)
              const mine = Array.from({ length: Math.min(order, trials - next) }, (_, at) => next + at)
              next += mine.length
              if (mine.length === 0) resolve()
              else thread.postMessage(mine)
            })
          }),
      ),
    )
    await writing
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}

const hasAll = (waiting: ReadonlyMap<number, unknown>, from: number, size: number): boolean =>
  Array.from({ length: size }, (_, at) => waiting.has(from + at)).every(Boolean)

async function analysed(r: R, ready: Ran): Promise<readonly TrialRow[]> {
  const all = (pick: (pairs: Pairs) => readonly number[]) => literal(ready.flatMap(({ pairs }) => pick(pairs)))
  const trial = literal(ready.flatMap(({ row, pairs }) => pairs.arm.map(() => row.trial)))
  const text = await r.text(
    `ancova_many(${trial}, ${all(({ arm }) => arm)}, ${all(({ baseline }) => baseline)}, ${all(({ endpoint }) => endpoint)})`,
  )
  const found = readRows(text)
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  return ready.map(({ row }) => {
    const [estimate, p] = found.get(String(row.trial)) ?? []
    return { ...row, estimate: known(estimate), p: known(p) }
  })
}
