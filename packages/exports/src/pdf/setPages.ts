import { Worker } from 'node:worker_threads'
import type { Done, Job } from './worker.ts'

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: Error) => void }

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/** A PDF from a template of this package and data. One at a time; rejects where this machine cannot set pages. */
export const setPages = (template: string, inputs: Record<string, string>): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const thread = (worker ??= start())
    const job: Job = { id: (last += 1), template, inputs }
    waiting.set(job.id, { resolve, reject })
    thread.ref()
    thread.postMessage(job)
  })

function start(): Worker {
  const thread = new Worker(new URL('./worker.ts', import.meta.url))
  thread.on('message', (done: Done) => {
    const one = waiting.get(done.id)
    waiting.delete(done.id)
    if (waiting.size === 0) thread.unref()
    if ('pdf' in done) one?.resolve(done.pdf)
    else one?.reject(new Error(done.failed))
  })
  thread.on('error', (error) => {
    worker = undefined
    for (const one of waiting.values()) one.reject(error as Error)
    waiting.clear()
  })
  return thread
}
