import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from './routes/index.ts'
import type { Route } from './routes/route.ts'
import { openStudy, register } from './testing/steps.ts'
import { openTrial, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  await register(trial)
})
afterAll(() => trial[Symbol.asyncDispose]())

const address = ({ path }: Route, study = 'small', code = 'NOR-001') =>
  path
    .replace(':study', study)
    .replace(':code', code)
    .replace(':site', 'north')
    .replace(':encounter', 'screening')
    .replace(':form', 'person')

// A state change of the table is tried with an empty body: whoever passes the door is refused for its form, not for the role.
const send = (route: Route, person: Awaited<ReturnType<TestTrial['as']>>, path = address(route)) =>
  route.method === 'GET' ? person.get(path) : person.post(path, {}, randomUUID())

const closedRoutes = routes.filter(({ access }) => access.kind !== 'public')
const studyRoutes = routes.filter(({ access }) => access.kind === 'roles')

describe('P11-05 nobody enters without a session', () => {
  test.each(closedRoutes.map((route) => [route.id, route] as const))('%s without a cookie: 401', async (_, route) => {
    const answer = await send(route, trial.nobody)
    expect(answer).toMatchObject({ status: 401, body: { refusals: [{ code: 'notSignedIn' }] } })
  })

  test.each(closedRoutes.map((route) => [route.id, route] as const))(
    '%s with an invented cookie: 401',
    async (_, route) => {
      for (const token of ['x', 'A'.repeat(43), `${'A'.repeat(42)}=`, '../../etc'])
        expect((await send(route, trial.with(token))).status).toBe(401)
    },
  )
})

// Who passes which door stands, cell by cell, in test/access.
describe('P11-11 behind the doors', () => {
  test('given a role at the other site, when the list is read, then the participant is not on it', async () => {
    const south = await (await trial.as('coordinator', 'south')).get('/api/studies/small/participants')
    const north = await (await trial.as('coordinator', 'north')).get('/api/studies/small/participants')
    expect(south.body.rows).toEqual([])
    expect(north.body.rows).toMatchObject([{ code: 'NOR-001' }])
    const asked = await (await trial.as('coordinator', 'south')).get('/api/studies/small/participants?site=north')
    expect(asked).toMatchObject({ status: 403, body: { refusals: [{ code: 'otherSite' }] } })
  })

  test('given a role in this study, when one that is not there is named, then there is nothing', async () => {
    for (const route of studyRoutes) {
      const answer = await send(route, await trial.as('administrator'), address(route, 'another'))
      expect({ route: route.id, status: answer.status }).toEqual({ route: route.id, status: 404 })
    }
  })
})

test('given the table, when it is described, then OpenAPI 3.1 names every route with its refusals', async () => {
  const { body } = await trial.nobody.get('/api/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  const described = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
    .flatMap((methods) => Object.values(methods))
    .map(({ operationId }) => operationId)
  expect(described.toSorted()).toEqual(routes.map(({ id }) => id).toSorted())
})

test('no two routes share a name or an address', () => {
  expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length)
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length)
})
