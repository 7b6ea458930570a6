import { must, type At, type World } from '../world.ts'

interface Visit {
  readonly forms: readonly {
    readonly form: string
    readonly values: readonly {
      readonly item: string
      readonly verification: { readonly version: number; readonly standing: string; readonly critical: boolean }
    }[]
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

/** Forms of one visit that are to be compared. */
interface Wanted {
  readonly encounter: string
  readonly forms: readonly string[]
  /** Every value, or those alone that are critical. */
  readonly values: 'all' | 'critical'
}

/** The monitor compares forms of a visit with the source, and marks all of them at once. */
export async function verifyVisit(
  world: World,
  at: At,
  { encounter, forms: wanted, values: which }: Wanted,
): Promise<void> {
  const page = await readVisit(world, at, encounter)
  const forms = page.forms.flatMap(({ form, values: recorded }) => {
    const values = recorded.flatMap(({ item, verification: { version, standing, critical } }) =>
      standing !== 'verified' && (which === 'all' || critical) ? [{ item, version }] : [],
    )
    return wanted.includes(form) && values.length > 0 ? [{ encounter, form, values }] : []
  })
  if (forms.length > 0) await must(world, at, 'monitor', 'verify-forms', { forms })
}

const readVisit = ({ hands }: World, { site, code = '' }: At, encounter: string): Promise<Visit> =>
  hands.read<Visit>({ role: 'monitor', site }, `/participants/${code}/verification/${encounter}`)

/**
 * Whole visits of those the study's plan asks for of a participant, until at least so many forms are compared; how many
 * forms are left then.
 */
export async function verifyAsPlanned(world: World, at: At, least: number): Promise<number> {
  const { site, code = '' } = at
  const plan = `/participants/${code}/verification`
  const { sampled, forms } = await world.hands.read<Plan>({ role: 'monitor', site }, plan)
  const waiting = Map.groupBy(
    forms.filter(({ planned, verified }) => verified < planned),
    ({ encounter }) => encounter,
  )
  let left = [...waiting.values()].reduce((sum, { length }) => sum + length, 0)
  const enough = left - least
  const today: Wanted[] = []
  for (const [encounter, of] of waiting) {
    if (left <= enough) break
    left -= of.length
    today.push({ encounter, forms: of.map(({ form }) => form), values: sampled ? 'all' : 'critical' })
  }
  await world.together(today.map((wanted) => () => verifyVisit(world, at, wanted)))
  return left
}
