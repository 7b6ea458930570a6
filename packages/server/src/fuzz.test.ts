import { randomUUID } from 'node:crypto'
import { allRoles, type Role } from '@trialwright/conduct'
import { openLogHead } from '@trialwright/records'
import { runs } from '@trialwright/test-support'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { routes } from './routes/index.ts'
import type { Route } from './routes/route.ts'
import { fitting, nasty, spoilt } from './testing/inputs.ts'
import { openStudy, randomised, register, screened } from './testing/steps.ts'
import { type Answer, openTrial, type TestTrial } from './testing/trial.ts'

const person = fc.record({
  role: fc.constantFrom(...allRoles),
  site: fc.constantFrom('north', 'north', 'south', undefined),
})

const segment = fc.oneof(
  { weight: 20, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '..',
      '%00',
      '%',
      '%2e%2e%2f',
      'x'.repeat(300),
      '%F0%28',
      'constructor',
      "'",
      '%7B%7D',
      '-1',
    ),
  },
)

const request = fc.constantFrom(...routes).chain((route) =>
  fc.record({
    id: fc.constant(route.id),
    person,
    allowed: fc.boolean(),
    segment,
    params: fitting(route.params),
    query: route.query
      ? fc.oneof(fitting(route.query), spoilt(fitting(route.query)), fc.constant({ a: '\u0000' }))
      : fc.constantFrom({}, { unasked: '1' }),
    body: route.body
      ? fc.oneof(
          { weight: 4, arbitrary: fitting(route.body) },
          { weight: 4, arbitrary: spoilt(fitting(route.body)) },
          { weight: 1, arbitrary: nasty },
          {
            weight: 1,
            arbitrary: fc.constantFrom('{', '{"a":1,}', '\u0000', '{"__proto__":{"a":1}}', `${'['.repeat(20_000)}`),
          },
        )
      : nasty,
    key: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom('', 'x', '0'.repeat(36)) },
    ),
  }),
)

type Asked = typeof request extends fc.Arbitrary<infer Value> ? Value : never

/** Where people stand at different steps of the trial, so that orders are wrong in every way. */
async function peopleAlongTheWay(trial: TestTrial): Promise<void> {
  await openStudy(trial)
  await screened(trial)
  await randomised(trial)
  await register(trial)
  await register(trial, 'south')
}

async function ask(trial: TestTrial, asked: Asked): Promise<Answer> {
  const route = routes.find(({ id }) => id === asked.id) as Route
  const { allowed, segment, params, query, body, key } = asked
  const { access } = route
  // Half of the inputs come from somebody who may, so that they reach the decisions behind the doors.
  const role = allowed && access.kind === 'roles' ? (access.roles[0] as Role) : asked.person.role
  const signedIn = await trial.as(role, allowed ? undefined : asked.person.site)
  // Signing out would end the session the next inputs use.
  const who = route.id === 'signOut' ? trial.with(`${signedIn.token.slice(1)}A`) : signedIn
  const values = params as Readonly<Record<string, string>>
  let path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    name === 'study' ? 'small' : encodeURIComponent(values[name] ?? ''),
  )
  if (segment !== undefined) path = path.replace(/[^/]+$/, segment)
  const search = Object.entries(query ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`,
  )
  const url = search.length > 0 ? `${path}?${search.join('&')}` : path
  return route.method === 'GET' ? who.get(url) : who.post(url, body, key ?? randomUUID())
}

const isText = (text: unknown): boolean => typeof text === 'string' && text.trim() !== ''

test('given any input at any route from any role, when it comes, then it is carried out whole or refused in words, never a failure', async () => {
  await using trial = await openTrial()
  await peopleAlongTheWay(trial)
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const before = await openLogHead(trial.pools.audit, 'small')
      const answer = await ask(trial, asked)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      expect(answer.status, `${asked.id} failed`).toBeLessThan(500)
      // Leading somewhere else is no refusal.
      if (answer.status < 400) return
      const after = await openLogHead(trial.pools.audit, 'small')
      expect(after, `${asked.id} was refused, yet something was stored`).toEqual(before)
      expect(answer.body.refusals?.length, `${asked.id} was refused without a refusal`).toBeGreaterThan(0)
      for (const { code, reason, remedy } of answer.body.refusals)
        expect([code, reason.en, reason.nb, remedy.en, remedy.nb].every(isText), `${code} is not in words`).toBe(true)
      // What is wrong with the form of a request is always somewhere.
      if (answer.status === 400) expect(isText(answer.body.refusals[0].field)).toBe(true)
    }),
    { ...runs(5_000), interruptAfterTimeLimit: 3_000_000, markInterruptAsFailure: true },
  )
  expect(trial.errors).toEqual([])
  // The inputs reach every kind of answer, else they show nothing.
  for (const status of [200, 201, 400, 401, 403, 404, 422])
    expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0])
}, 3_100_000)
