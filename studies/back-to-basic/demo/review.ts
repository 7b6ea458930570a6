import type { Hands } from './hands.ts'

interface Signatures {
  readonly visits: readonly {
    readonly encounter: string
    readonly record: string
    readonly toSign: readonly unknown[]
  }[]
}

interface Form {
  readonly items: readonly {
    readonly item: string
    readonly verification?: { readonly version: number; readonly standing: string }
  }[]
}

/** The investigator signs every visit that is there in full and not signed yet. */
export async function signVisits(hands: Hands, site: string, code: string): Promise<void> {
  const { visits } = await hands.read<Signatures>('investigator', site, `/participants/${code}/signatures`)
  const { password } = hands
  for (const { encounter, record: seen } of visits.filter(({ toSign }) => toSign.length === 0))
    await hands.command('investigator', site, code, 'sign-visit', { encounter, seen, password })
}

/** The monitor compares a form with its source. */
export async function verify(hands: Hands, site: string, code: string, encounter: string, form: string): Promise<void> {
  const path = `/participants/${code}/forms/${encounter}/${form}`
  const { items } = await hands.read<Form>('monitor', site, path)
  const values = items.flatMap(({ item, verification }) =>
    verification && verification.standing !== 'verified' ? [{ item, version: verification.version }] : [],
  )
  if (values.length > 0) await hands.command('monitor', site, code, 'verify-values', { encounter, form, values })
}

/** A weight was misread: corrected after it was signed and verified, both marks fall off. */
export const correctWeight = (
  hands: Hands,
  site: string,
  code: string,
  encounter: string,
  day: string,
): Promise<void> =>
  hands.command('coordinator', site, code, 'record-form', {
    encounter,
    form: 'vitals',
    day,
    expectedVersion: 1,
    entries: { weight: { typed: '72,5', unit: 'kg' } },
    reasons: { weight: 'Vekten var avlest feil' },
  })
