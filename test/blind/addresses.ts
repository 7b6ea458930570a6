import { type Route, routes } from '@trialwright/server'
import { pagesOfForms, sites } from './study.ts'

/** What the places of an address stand for in one sweep. */
export interface Scope {
  readonly study: string
  readonly codes: readonly string[]
  /** An encounter with one of its forms. */
  readonly forms: readonly (readonly [encounter: string, form: string])[]
  readonly queries: boolean
}

/** Everything: each participant there is and one there is not, each form, each query. */
export const everything = (study: string, codes: readonly string[]): Scope => ({
  study,
  codes: [...codes, 'NOR-999'],
  forms: [...pagesOfForms, ['nowhere', 'nothing']],
  queries: true,
})

type Values = Readonly<Record<string, string>>

/** What each place of a path may hold. A route with a place that is not declared here stops the proof. */
const places: Readonly<Record<string, (scope: Scope) => readonly Values[]>> = {
  study: ({ study }) => [{ study }],
  code: ({ codes }) => codes.map((code) => ({ code })),
  site: () => sites.map((site) => ({ site })),
  'encounter form': ({ forms }) => forms.map(([encounter, form]) => ({ encounter, form })),
  encounter: ({ forms }) => [...new Set(forms.map(([encounter]) => encounter))].map((encounter) => ({ encounter })),
}

/** Values of every query parameter; likewise. */
const queries: Readonly<Record<string, readonly string[]>> = {
  site: ['north', 'south', 'nowhere'],
  status: ['randomised', 'onTreatment', 'treatmentStopped', 'withdrawn'],
  q: ['NOR', 's', 'NOR-002'],
  after: ['NOR-002'],
}

const placesOf = ({ path }: Pick<Route, 'path'>): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
const queriesOf = (route: Route): readonly string[] => Object.keys(route.query?.properties ?? {})

/** Names in paths and queries that nobody has declared values for. */
export const undeclared = (table: readonly Route[]): readonly string[] =>
  table.flatMap((route) => [
    ...placesOf(route)
      .filter((name) => !(name in places) && name !== 'form')
      .map((name) => `${route.id}: no values for :${name} in test/blind/addresses.ts`),
    ...queriesOf(route)
      .filter((name) => !(name in queries))
      .map((name) => `${route.id}: no values for the query ${name} in test/blind/addresses.ts`),
  ])

/** Every address of a route within a scope. */
export function addressesOf(route: Route, scope: Scope): readonly string[] {
  const names = placesOf(route)
  const asked = names.includes('form')
    ? [...names.filter((name) => !/^(encounter|form)$/.test(name)), 'encounter form']
    : names
  const paths = asked.reduce<readonly string[]>(
    (soFar, name) =>
      soFar.flatMap((path) =>
        places[name]!(scope).map((values) =>
          Object.entries(values).reduce((whole, [place, value]) => whole.replace(`:${place}`, value), path),
        ),
      ),
    [route.path],
  )
  if (!scope.queries) return paths
  const asks = queriesOf(route).flatMap((name) => queries[name]!.map((value) => `?${name}=${value}`))
  return paths.flatMap((path) => ['', ...asks].map((query) => path + query))
}

/** The route a request went to. */
export const routeAt = (method: Route['method'], path: string): Route | undefined =>
  routes.find(
    (route) =>
      route.method === method && new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0]!),
  )
