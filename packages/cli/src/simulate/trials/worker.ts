import { parentPort, workerData } from 'node:worker_threads'
import { baselineOf, coreTrial, plainStudy, rowOf } from '@trialwright/simulation'
import { simulatedStudy } from '../study.ts'
import type { Order, Ran, WorkerData } from './messages.ts'
import { seedOf } from './seed.ts'

const { study: id, scenario: wanted, participants, seed, began } = workerData as WorkerData
const { study, model, scenario } = await simulatedStudy(id, wanted)
const { compiled } = study
const plain = plainStudy(compiled)
const asked = {
  of: compiled.arms.find(({ type }) => type === 'experimental')?.id ?? '',
  baseline: baselineOf(compiled),
  endpoint: compiled.outcomes.primary.encounter,
}

parentPort?.on('message', (order: Order) => {
  const ran: Ran = order.map((trial) =>
    rowOf(trial, coreTrial({ plain, model, scenario, seed: seedOf(seed, trial), participants, began }), asked),
  )
  parentPort?.postMessage(ran)
})
parentPort?.postMessage('ready')
