import { findLinked } from '@trialwright/records'
import { notFound } from '../refusals.ts'
import { providerSilent } from '../refusals-people.ts'
import { ok, refuse } from '../reply.ts'
import { ProviderParams, ProviderQuery, WaysIn } from '../schemas/account.ts'
import { NoParams } from '../schemas/params.ts'
import { Ok } from '../schemas/study.ts'
import { letIn } from '../sign-in/session.ts'
import { openRoute, type Reply } from './route.ts'

const entrance = { process: 'sign-in', access: { kind: 'public' }, door: 'none' } as const

export const providerRoutes = [
  openRoute({
    ...entrance,
    id: 'waysIn',
    method: 'GET',
    path: '/api/sign-in/providers',
    title: 'Identity providers people may sign in through',
    params: NoParams,
    response: WaysIn,
    handle: ({ ports }) => ok({ providers: ports.providers.list }),
  }),
  openRoute({
    ...entrance,
    id: 'beginProvider',
    method: 'GET',
    path: '/api/sign-in/providers/:provider',
    title: 'Go to an identity provider',
    params: ProviderParams,
    response: Ok,
    async handle({ ports, params, origin }) {
      const begun = await ports.providers.begin(params.provider, origin).catch(() => 'silent' as const)
      if (begun === 'silent') return refuse(503, providerSilent)
      if (!begun) return refuse(404, notFound)
      const { provider, providerOptions } = ports.cookies
      return { ...goTo(begun.address), cookies: [{ name: provider, value: begun.name, options: providerOptions }] }
    },
  }),
  openRoute({
    ...entrance,
    id: 'endProvider',
    method: 'GET',
    path: '/api/sign-in/providers/:provider/return',
    title: 'Come back from an identity provider; opens the account an administrator has linked to that person',
    params: ProviderParams,
    query: ProviderQuery,
    response: Ok,
    async handle(call) {
      const { ports, params, query, cookies } = call
      const search = `?${new URLSearchParams(query as Record<string, string>).toString()}`
      const known = await ports.providers
        .end(params.provider, cookies[ports.cookies.provider] ?? '', search)
        .catch(() => undefined)
      if (!known) return goTo('/sign-in?problem=provider')
      const accountId = await findLinked(ports.pools.access, known.issuer, known.subject)
      if (accountId === null) return goTo('/sign-in?problem=notLinked')
      return letIn(call, { accountId, login: accountId }, 'provider', goTo('/studies'))
    },
  }),
]

const goTo = (location: string): Reply => ({ status: 302, body: undefined, headers: { location } })
