import type { Mode } from '@trialwright/conduct'
import type { CompiledStudy } from '@trialwright/protocol'
import { checkStudy, compileStudy, hashOf } from '@trialwright/protocol/compile'
import { type Pools, registerStudy } from '@trialwright/records'
import { canonicalText } from '@trialwright/server'
import { Stop } from '../stop.ts'
import type { StudyModule } from '../studies.ts'

export interface RunningStudy {
  readonly compiled: CompiledStudy
  readonly hash: string
  readonly module: StudyModule
}

/** Compiles the studies and refuses those that must not run: unsound ones, and outside demo mode those with open assumptions. */
export function compileAll(modules: readonly StudyModule[], mode: Mode): readonly RunningStudy[] {
  return modules.map((module) => {
    const compiled = compileStudy(module.definition)
    const errors = checkStudy(compiled, module.cases).filter(({ severity }) => severity === 'error')
    if (errors[0])
      throw new Stop(
        `The study ${compiled.id} has ${errors.length} faults, the first: ${errors[0].path}: ${errors[0].text.en} (trialwright check lists all.)`,
      )
    const open = compiled.assumptions.filter(({ confirmed }) => !confirmed)
    if (mode !== 'demo' && open.length > 0)
      throw new Stop(
        `The study ${compiled.id} has ${open.length} assumptions nobody has confirmed, so it runs in demo mode only; the first is ${open[0]?.id}.`,
      )
    return { compiled, hash: hashOf(compiled), module }
  })
}

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
