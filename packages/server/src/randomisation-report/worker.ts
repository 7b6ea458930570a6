import { parentPort, workerData } from 'node:worker_threads'
import { reportSeed, runsFor, tryOut } from '@trialwright/conduct'
import { type CompiledStudy, loadStudy } from '@trialwright/protocol'

/* A thread of its own: trying schemes out takes seconds, and requests must not wait for it. */

const study = loadStudy(workerData as CompiledStudy)
const report = tryOut(study, {
  runs: runsFor(study),
  seed: reportSeed,
  progress: (done, of) => parentPort?.postMessage({ done, of }),
})
parentPort?.postMessage({ report })
