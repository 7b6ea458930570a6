import { must, type At, type World } from '../world.ts'

interface Signable {
  readonly record: string
  readonly standing: 'unsigned' | 'valid' | 'void'
  readonly toSign: readonly unknown[]
}

interface Signatures {
  readonly visits: readonly (Signable & { readonly encounter: string })[]
  readonly casebook: Signable
}

const waits = ({ standing, toSign }: Signable): boolean => standing !== 'valid' && toSign.length === 0

/** The investigator signs in one act every visit that is there in full, and the casebook once nothing more is to come. */
export async function signAll(world: World, at: At): Promise<readonly string[]> {
  const { site, code = '' } = at
  const { password } = world.hands
  const { visits, casebook } = await world.hands.read<Signatures>(
    { role: 'investigator', site },
    `/participants/${code}/signatures`,
  )
  const waiting = visits.filter(waits)
  const seen = waiting.map(({ encounter, record }) => ({ encounter, seen: record }))
  await world.together([
    ...(seen.length > 0 ? [() => must(world, at, 'investigator', 'sign-visits', { visits: seen, password })] : []),
    ...(waits(casebook)
      ? [() => must(world, at, 'investigator', 'sign-casebook', { seen: casebook.record, password })]
      : []),
  ])
  return waiting.map(({ encounter }) => encounter)
}
