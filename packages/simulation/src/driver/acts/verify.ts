import { must, type At, type World } from '../world.ts'

interface Form {
  readonly items: readonly {
    readonly item: string
    readonly verification?: { readonly version: number; readonly standing: string; readonly critical: boolean }
  }[]
}

interface Plan {
  readonly sampled: boolean
  readonly forms: readonly (Place & { readonly planned: number; readonly verified: number })[]
}

interface Place {
  readonly encounter: string
  readonly form: string
}

/** The monitor compares a form's values with the source; of a plan, those alone that are critical. */
export async function verifyForm(
  world: World,
  at: At,
  place: Place,
  wanted: 'all' | 'critical' = 'all',
  page: Promise<Form> = readForm(world, at, place),
): Promise<void> {
  const { encounter, form } = place
  const { items } = await page
  const values = items.flatMap(({ item, verification }) =>
    verification && verification.standing !== 'verified' && (wanted === 'all' || verification.critical)
      ? [{ item, version: verification.version }]
      : [],
  )
  if (values.length > 0) await must(world, at, 'monitor', 'verify-values', { encounter, form, values })
}

const readForm = ({ hands }: World, { site, code = '' }: At, { encounter, form }: Place): Promise<Form> =>
  hands.read<Form>({ role: 'monitor', site }, `/participants/${code}/forms/${encounter}/${form}`)

/** The first so many forms of those the study's plan asks for of a participant; how many there were when it began. */
export async function verifyAsPlanned(world: World, at: At, most: number): Promise<number> {
  const { site, code = '' } = at
  const plan = `/participants/${code}/verification`
  const { sampled, forms } = await world.hands.read<Plan>({ role: 'monitor', site }, plan)
  const left = forms.filter(({ planned, verified }) => verified < planned)
  const today = left.slice(0, most)
  // The next form is opened while the one before is being saved.
  let page = today[0] && readForm(world, at, today[0])
  for (const [index, place] of today.entries()) {
    const [here, following] = [page, today[index + 1]]
    await here
    page = following && readForm(world, at, following)
    // Whoever stops at this form does not wait for the next.
    page?.catch(() => undefined)
    await verifyForm(world, at, place, sampled ? 'all' : 'critical', here)
  }
  return left.length
}
