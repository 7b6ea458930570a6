import { Worker } from 'node:worker_threads'
import type { Report } from '@trialwright/conduct'
import type { OpenStudy } from '../ports.ts'

/** How far it is, in schemes; with the report once all are tried. */
export interface ReportProgress {
  readonly done: number
  readonly of: number
  readonly report?: Report
}

const shelf = new WeakMap<OpenStudy, Progress>()

interface Progress {
  now: ReportProgress
  failed?: Error
}

/**
 * The report on a study's scheme, or how far it is. The first who asks begins it; it is worked out once for each definition
 * the server runs. Undefined when it failed: whoever asks next begins anew.
 */
export function reportOf(study: OpenStudy, failed: (error: Error) => void): ReportProgress | undefined {
  const held = shelf.get(study) ?? begin(study, failed)
  if (held.failed === undefined) return held.now
  shelf.delete(study)
  return undefined
}

function begin(study: OpenStudy, failed: (error: Error) => void): Progress {
  const progress: Progress = { now: { done: 0, of: 1 } }
  shelf.set(study, progress)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: study.compiled, execArgv: [] })
  // A server that is asked to stop does not wait for it.
  worker.unref()
  worker.on('message', (told: Partial<ReportProgress>) => {
    progress.now = { ...progress.now, ...told }
  })
  worker.on('error', (error) => {
    progress.failed = error
    failed(error)
  })
  return progress
}
