import { allRoles, isBlinded, mayHoldTogether } from '@trialwright/conduct'
import { type Route, routes } from '@trialwright/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { least } from './body.ts'
import { type Cell, cellsOf, type Expected, strangers } from './cells.ts'
import { documentOf } from './document.ts'
import { asked, type Installation, openInstallation } from './installation.ts'
import { columns } from './columns.ts'
import { table } from './table.ts'

const cells = cellsOf(routes)
const atOnce = 16

/** What the server said, in the matrix's words. */
async function seen(installation: Installation, { route, who, asked: study, expected }: Cell): Promise<string> {
  const token = route.id === 'signOut' ? await installation.another(who) : installation.tokenOf(who)
  // A whole request where the site is decided on after its form; else one that goes no further than the door.
  const whole = expected === 'not the site'
  const body = route.method === 'GET' ? undefined : whole ? bodyOf(route) : unreadable
  const answer = await installation.ask(route.method, addressOf(route, asked[study]), token, body, whole && route.keyed)
  if (answer.status === 401) return 'no session'
  if (answer.status === 403) return said[answer.code ?? ''] ?? `403 ${answer.code}`
  if (answer.status === 429 || answer.status >= 500) return `status ${answer.status}`
  return expected === 'own rows' && !answer.text.includes(asked.code) ? 'own rows' : 'open'
}

/** No route takes it, so that a request that passes the door goes no further. */
const unreadable = { unasked: true }

const said: Readonly<Record<string, Expected>> = {
  roleMissing: 'not the role',
  otherSite: 'not the site',
  stillBlind: 'still blind',
}

const addressOf = ({ path }: Route, study: string): string =>
  path
    .replace(':study', study)
    .replace(':code', asked.code)
    .replace(':site', asked.site)
    .replace(':encounter', 'screening')
    .replace(':form', 'person')

const bodyOf = ({ body }: Route): object => ({
  ...(body === undefined ? {} : (least(body) as object)),
  ...(body?.properties['site'] !== undefined && { site: asked.site }),
})

test('P11-11 R3-28 the table names every route and every role, and none that is not', () => {
  expect(Object.keys(table).toSorted()).toEqual(routes.map(({ id }) => id).toSorted())
  expect(columns.toSorted()).toEqual(allRoles.toSorted())
  expect(cells.length).toBeGreaterThanOrEqual(5000)
})

test('RND-04 R3-11 what tells an arm is the table’s for roles that are not blinded, and for an emergency and the end', () => {
  const sealed = routes.filter(({ door }) => door === 'unblinded').map(({ id }) => id)
  const open = sealed.filter((id) => {
    const rule = table[id] ?? 'everybody'
    return typeof rule === 'string' || rule.roles.some(isBlinded)
  })
  expect(open).toEqual([])
  const theirs = routes.filter(({ id }) => {
    const rule = table[id] ?? 'everybody'
    return typeof rule !== 'string' && !rule.roles.some(isBlinded)
  })
  expect(theirs.filter(({ door }) => door !== 'unblinded').map(({ id }) => id)).toEqual([])
  const guarded = routes.filter(({ door }) => door === 'guarded').map(({ id }) => id)
  expect(guarded.toSorted()).toEqual(['allocations', 'breakCode'])
})

describe('the real server', () => {
  let installation: Installation
  beforeAll(async () => {
    installation = await openInstallation()
  }, 120_000)
  afterAll(() => installation[Symbol.asyncDispose]())

  test('P11-05 P11-11 RND-04 R3-28 given every role, place, study and stranger, when every route is asked for, then each cell is as expected', async () => {
    const surprises: unknown[] = []
    for (let from = 0; from < cells.length; from += atOnce)
      await Promise.all(
        cells.slice(from, from + atOnce).map(async (cell) => {
          const found = await seen(installation, cell)
          if (found !== cell.expected)
            surprises.push({ route: cell.route.id, who: cell.who, asked: cell.asked, expected: cell.expected, found })
        }),
      )
    expect(surprises).toEqual([])
  }, 600_000)

  test('the matrix is of use: given an expectation turned round, then the cell is a surprise', async () => {
    const cell = cells.find(({ route, expected }) => route.id === 'randomisationList' && expected === 'open')!
    const other = cells.find(({ route, who }) => route.id === 'randomisationList' && who === strangers[0])!
    expect(await seen(installation, cell)).not.toBe('not the role')
    expect(await seen(installation, other)).not.toBe('open')
  })
})

test('B10 R3-28 no blinded role goes together with one that is not, in whatever pair', () => {
  const pairs = allRoles.flatMap((one) => allRoles.map((two) => [one, two] as const))
  const unblinded = new Set(['unblindedPharmacist', 'safetyOfficer', 'randomisationOfficer'])
  for (const [one, two] of pairs)
    expect({ one, two, may: mayHoldTogether([one, two]) }).toEqual({
      one,
      two,
      may: unblinded.has(one) === unblinded.has(two),
    })
})

test('docs/access-matrix.md is as the table says', async () => {
  await expect(documentOf(routes, cells)).toMatchFileSnapshot('../../docs/access-matrix.md')
})
