import { parentPort, workerData } from 'node:worker_threads'
import { baselineOf, coreTrial, drawsFrom, plainStudy, rowOf } from '@trialwright/simulation'
import { simulatedStudy } from '../study.ts'
import type { Order, Ran, WorkerData } from './messages.ts'

const { study: id, scenario: wanted, participants, seed, began } = workerData as WorkerData
const { study, model, scenario } = await simulatedStudy(id, wanted)
const { compiled } = study
const plain = plainStudy(compiled)
const asked = {
  of: compiled.arms.find(({ type }) => type === 'experimental')?.id ?? '',
  baseline: baselineOf(compiled),
  endpoint: compiled.outcomes.primary.encounter,
}

/** A trial's own seed follows from the run's and its number: by it alone that trial can be run again, through a server too. */
const seedOf = (trial: number): number =>
  drawsFrom(seed)
    .of('trial', trial)
    .whole(0, 2 ** 32 - 1)

parentPort?.on('message', (order: Order) => {
  const ran: Ran = order.map((trial) =>
    rowOf(trial, coreTrial({ plain, model, scenario, seed: seedOf(trial), participants, began }), asked),
  )
  parentPort?.postMessage(ran)
})
parentPort?.postMessage('ready')
