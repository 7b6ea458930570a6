import type { Mode } from '@trialwright/conduct'
import type { CompiledStudy } from '@trialwright/protocol'
import { checkStudy, compileStudy, hashOf } from '@trialwright/protocol/compile'
import { Stop } from '../stop.ts'
import type { StudyModule } from '../studies.ts'

export interface RunningStudy {
  readonly compiled: CompiledStudy
  readonly hash: string
  readonly module: StudyModule
}

/** As it runs. Nothing says yet that it is sound. */
export function compiledOf(module: StudyModule): RunningStudy {
  const compiled = compileStudy(module.definition)
  return { compiled, hash: hashOf(compiled), module }
}

/** Compiles the studies and refuses those that must not run: unsound ones, and outside demo mode those with open assumptions. */
export function compileAll(modules: readonly StudyModule[], mode: Mode): readonly RunningStudy[] {
  return modules.map((module) => {
    const study = compiledOf(module)
    const { compiled } = study
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
    return study
  })
}
