import { must, type At, type World } from '../world.ts'

interface Form {
  readonly items: readonly {
    readonly item: string
    readonly verification?: { readonly version: number; readonly standing: string; readonly critical: boolean }
  }[]
}

interface Plan {
  readonly sampled: boolean
  readonly forms: readonly {
    readonly encounter: string
    readonly form: string
    readonly planned: number
    readonly verified: number
  }[]
}

/** The monitor compares a form's values with the source; of a plan, those alone that are critical. */
export async function verifyForm(
  world: World,
  at: At,
  encounter: string,
  form: string,
  wanted: 'all' | 'critical' = 'all',
): Promise<void> {
  const { site, code = '' } = at
  const { items } = await world.hands.read<Form>(
    { role: 'monitor', site },
    `/participants/${code}/forms/${encounter}/${form}`,
  )
  const values = items.flatMap(({ item, verification }) =>
    verification && verification.standing !== 'verified' && (wanted === 'all' || verification.critical)
      ? [{ item, version: verification.version }]
      : [],
  )
  if (values.length > 0) await must(world, at, 'monitor', 'verify-values', { encounter, form, values })
}

/** All that the study's plan asks for of a participant. */
export async function verifyAsPlanned(world: World, at: At): Promise<void> {
  const { site, code = '' } = at
  const page = `/participants/${code}/verification`
  const { sampled, forms } = await world.hands.read<Plan>({ role: 'monitor', site }, page)
  for (const { encounter, form, planned, verified } of forms)
    if (verified < planned) await verifyForm(world, at, encounter, form, sampled ? 'all' : 'critical')
}
