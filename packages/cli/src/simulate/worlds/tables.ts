import { minimisationOf } from '@trialwright/conduct'
import { type CompiledStudy, loadStudy } from '@trialwright/protocol'
import { type Pools, sealList } from '@trialwright/records'
import { listOf } from '@trialwright/simulation'

/**
 * Whose secret table a simulation's server has: one it draws and seals itself when asked, as ever, or, where two worlds are
 * held against each other, one sealed beforehand: as drawn, or with every arm the next one of the study.
 */
export type Table = 'own' | 'drawn' | 'exchanged'
export const tables: readonly Table[] = ['own', 'drawn', 'exchanged']

/** The next arm of the study; of two, the other. */
export function exchangedArm({ arms }: Pick<CompiledStudy, 'arms'>, arm: string): string {
  const at = arms.findIndex(({ id }) => id === arm)
  return arms[(at + 1) % arms.length]?.id ?? arm
}

/** The arm that `exchangedArm` makes this one of. */
export function armBefore({ arms }: Pick<CompiledStudy, 'arms'>, arm: string): string {
  const at = arms.findIndex(({ id }) => id === arm)
  return arms[(at + arms.length - 1) % arms.length]?.id ?? arm
}

/** Both worlds have one commitment: it is a salted hash, so nobody can compute that another list has it under another salt. */
const commitment = 'c0'.repeat(32)

export async function sealTable(
  pools: Pools,
  compiled: CompiledStudy,
  { seed, table, at }: { readonly seed: number; readonly table: Table; readonly at: string },
): Promise<void> {
  if (table === 'own') return
  const study = loadStudy(compiled)
  if (minimisationOf(study))
    throw new Error('Worlds are told apart by their lists, and the study has none: it minimises.')
  const strata = listOf(study, seed).lists.map(({ stratum, arms }) => ({
    stratum,
    arms: table === 'drawn' ? arms : arms.map((arm) => exchangedArm(compiled, arm)),
  }))
  const by = { actor: 'installation', role: 'randomisationOfficer', at }
  await sealList(pools.unblinded, {
    studyId: compiled.id,
    strata,
    commitment,
    method: 'permuted blocks of random sizes',
    specification: '{}',
    ...by,
  })
}
