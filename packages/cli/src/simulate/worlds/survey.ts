import type { CompiledStudy } from '@trialwright/protocol'
import { type Hands, isBlindedOne, type Watch, type Who } from '@trialwright/simulation'

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/**
 * Pages left out: the one that tells arms, once the blind has ended, and two that are others in every run, since who is signed in
 * and the log's hashes rest on the database's own clock. The proof of the blind, which stops that clock, compares them.
 */
const apart = new Set(['/unblinding/allocations', '/people/sessions', '/audit/checkpoint'])

/**
 * Reads every page of the study that there is, by the server's own description of itself, once as each blinded role: of every
 * participant, by somebody of the site; forms and visits in turn.
 */
export async function surveyed(
  hands: Pick<Hands, 'look'>,
  compiled: CompiledStudy,
  {
    codes,
    accounts,
    watch,
    began,
  }: {
    readonly codes: readonly (readonly [code: string, site: string])[]
    readonly accounts: readonly Who[]
    readonly watch: Watch
    /** The real instant at which the run began. */
    readonly began: string
  },
): Promise<number> {
  const administrator: Who = { role: 'administrator', site: null }
  const { paths } = JSON.parse((await hands.look(administrator, '/api/openapi.json')).text) as Document
  const below = '/api/studies/{study}'
  const pages = Object.entries(paths).flatMap(([path, methods]) =>
    'get' in methods && path.startsWith(`${below}/`) && !apart.has(path.slice(below.length))
      ? [path.slice(below.length)]
      : [],
  )
  const encounters = compiled.encounters.flatMap(({ id, forms }) => forms.map((form) => [id, form] as const))
  const blinded = [...Map.groupBy(accounts.filter(isBlindedOne), ({ role, site }) => `${role} ${site}`).values()].map(
    ([first]) => first!,
  )
  let read = 0
  for (const page of pages) {
    const isOfOne = page.includes('{code}')
    const places = isOfOne ? codes : [['', ''] as const]
    for (const [index, [code, site]] of places.entries()) {
      const [encounter = '', form = ''] = encounters[(index * 7 + pages.indexOf(page)) % encounters.length] ?? []
      for (const who of blinded) {
        if (isOfOne && who.site !== null && who.site !== site) continue
        const path = page
          .replace('{code}', code)
          .replace('{encounter}', encounter)
          .replace('{form}', form)
          .replace('{site}', who.site ?? compiled.sites[0]?.id ?? '')
        const { status, text } = await hands.look(who, path)
        watch(`${who.role} ${who.site ?? 'everywhere'} looks at ${path}`, `${status} ${unclocked(text, began)}`)
        read += 1
      }
    }
  }
  return read
}

/**
 * Without what a real clock gave since the run began, and the ids of roles and sessions, which are others in every run;
 * the study's own days stay.
 */
const unclocked = (text: string, began: string): string =>
  text
    .replaceAll(/"(grantId|sessionId)":"[^"]*"/g, '"$1":""')
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, (instant) => (instant.slice(1) >= began ? '"now"' : instant))
