import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Mode } from '@trialwright/conduct'
import type { StudyDefinition } from '@trialwright/protocol'
import type { StudyCases, StudyExamples } from '@trialwright/protocol/compile'
import type { SimulationModel } from '@trialwright/protocol/simulation'
import { inRoot } from './place.ts'
import { Stop } from './stop.ts'

/** What a study's folder offers the product. */
export interface StudyModule {
  readonly definition: StudyDefinition
  readonly cases?: StudyCases
  /** Cases, and what else its author worked out by hand. */
  readonly examples?: StudyExamples
  /** Who the virtual participants are; loaded in demo mode and when somebody simulates. */
  readonly simulation?: () => Promise<SimulationModel>
}

/** The studies this product runs: the list in `studies/index.ts`. */
export async function loadStudies(file = inRoot('studies', 'index.ts')): Promise<readonly StudyModule[]> {
  const { studies } = (await import(pathToFileURL(file).href)) as { studies: readonly StudyModule[] }
  return studies
}

/** One study by its folder, as typed: `studies/x`. */
export async function loadStudyIn(folder: string): Promise<StudyModule> {
  const place = path.resolve(folder)
  const file = ['index.ts', 'study.ts'].map((name) => path.join(place, name)).find(existsSync)
  if (!existsSync(place) || !statSync(place).isDirectory() || file === undefined)
    throw new Stop(`There is no study in ${folder}; name a folder such as studies/<name> that holds an index.ts.`)
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>
  const definition = Object.values(module).find(isDefinition)
  if (!definition) throw new Stop(`${file} exports no study made with defineStudy.`)
  const cases = module['cases'] as StudyCases | undefined
  const examples = (module['examples'] as StudyExamples | undefined) ?? (cases && { cases })
  return { definition, cases, examples }
}

const isDefinition = (value: unknown): value is StudyDefinition =>
  typeof value === 'object' && value !== null && 'eligibility' in value && 'encounters' in value && 'arms' in value

export const isMode = (word: string): word is Mode => ['demo', 'training', 'production'].includes(word)
