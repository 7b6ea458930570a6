import { checkModel } from '@trialwright/simulation'
import type { Scenario, SimulationModel } from '@trialwright/protocol/simulation'
import { compileAll, type RunningStudy } from '../start/study.ts'
import { Stop } from '../stop.ts'
import { loadStudies } from '../studies.ts'

export interface Simulated {
  readonly study: RunningStudy
  readonly model: SimulationModel
  /** The scenario's name, and what it says. */
  readonly name: string
  readonly scenario: Scenario
}

/** The study with its virtual participants, once nothing is wrong with them. */
export async function simulatedStudy(id: string, wanted: string | undefined): Promise<Simulated> {
  const studies = compileAll(await loadStudies(), 'demo')
  const study = studies.find(({ compiled }) => compiled.id === id)
  if (!study)
    throw new Stop(`The product has no study "${id}"; it has ${studies.map(({ compiled }) => compiled.id).join(', ')}.`)
  const model = await study.module.simulation?.()
  if (!model) throw new Stop(`The study ${id} has no simulation; its folder needs one, and studies/index.ts a line.`)
  const wrong = checkModel(study.compiled, model)
  if (wrong.length > 0) throw new Stop(wrong.join('\n'))
  const names = Object.keys(model.scenarios)
  const name = wanted ?? names[0] ?? ''
  const scenario = model.scenarios[name]
  if (!scenario) throw new Stop(`The study has no scenario "${name}"; it has ${names.join(', ')}.`)
  return { study, model, name, scenario }
}
