import type { Mode } from '@trialwright/conduct'
import { type Pools, registerStudy } from '@trialwright/records'
import { canonicalText } from '@trialwright/server'
import { Stop } from '../stop.ts'
import type { RunningStudy } from './study.ts'

export async function register(pools: Pools, { compiled, hash }: RunningStudy, mode: Mode): Promise<void> {
  const result = await registerStudy(pools.blinded, {
    studyId: compiled.id,
    mode,
    definitionHash: hash,
    compiled: canonicalText(compiled),
  })
  if (result === 'otherMode')
    throw new Stop(
      `The data hold the study ${compiled.id} in another mode than ${mode}, and a study never changes its mode; use another data folder.`,
    )
}
