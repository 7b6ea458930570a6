import { type Route, routes } from '@trialwright/server'
import { pagesOfForms, sites } from './study.ts'

/** What the places of an address stand for in one sweep. */
export interface Scope {
  readonly study: string
  readonly codes: readonly string[]
  /** An encounter with one of its forms. */
  readonly forms: readonly (readonly [encounter: string, form: string])[]
  readonly queries: boolean
  /** Values for places that have none below, as the acts noted them: of `:query` the queries there are. */
  readonly noted: ReadonlyMap<string, readonly string[]>
}

/** Everything: each participant there is and one there is not, each form, each query. */
export const everything = (
  study: string,
  codes: readonly string[],
  noted: ReadonlyMap<string, readonly string[]>,
): Scope => ({
  study,
  codes: [...codes, nobody],
  forms: [...pagesOfForms, ['nowhere', 'nothing']],
  queries: true,
  noted,
})

/** A code that nobody has. */
const nobody = 'NOR-999'

type Values = Readonly<Record<string, string>>

/** What each place of a path may hold; of any other place, what the acts noted, and something that is not there. */
const places: Readonly<Record<string, (scope: Scope) => readonly Values[]>> = {
  study: ({ study }) => [{ study }],
  code: ({ codes }) => codes.map((code) => ({ code })),
  site: () => sites.map((site) => ({ site })),
  'encounter form': ({ forms }) => forms.map(([encounter, form]) => ({ encounter, form })),
  encounter: ({ forms }) => [...new Set(forms.map(([encounter]) => encounter))].map((encounter) => ({ encounter })),
}

const notThere = '00000000-0000-4000-8000-000000000000'

const valuesOf = (place: string, scope: Scope): readonly Values[] =>
  places[place]?.(scope) ?? [...(scope.noted.get(place) ?? []), notThere].map((value) => ({ [place]: value }))

/** Values of query parameters that tell more than what their schema allows. */
const queries: Readonly<Record<string, readonly string[]>> = {
  site: ['north', 'south', 'nowhere'],
  status: ['randomised', 'onTreatment', 'treatmentStopped', 'withdrawn'],
  q: ['NOR', 's', 'NOR-002'],
  after: ['NOR-002'],
  participant: ['NOR-001', 'NOR-002'],
  person: ['nurse.north'],
  encounter: ['day0'],
  form: ['body'],
  item: ['weight'],
  role: ['nurse'],
  from: ['2026-03-16'],
  until: ['2026-03-02'],
  before: ['40'],
}

interface Schema {
  readonly const?: string | number | boolean
  readonly enum?: readonly (string | number)[]
  readonly anyOf?: readonly Schema[]
  readonly type?: string
}

/** What a parameter may be, by its schema: each of the words it knows, or something of its type. */
function allowedBy({ const: only, enum: some, anyOf, type }: Schema): readonly string[] {
  if (only !== undefined) return [String(only)]
  if (some) return some.map(String)
  if (anyOf) return anyOf.flatMap(allowedBy)
  return [type === 'integer' || type === 'number' ? '1' : type === 'boolean' ? 'true' : 'NOR-002']
}

const placesOf = ({ path }: Pick<Route, 'path'>): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)

/** Query strings of a route: what it must be told, and each other parameter beside it. */
function queriesOf({ query }: Route): readonly string[] {
  const told = Object.entries(query?.properties ?? {}).map(
    ([name, schema]) =>
      [
        name,
        (queries[name] ?? allowedBy(schema as Schema)).map((value) => `${name}=${encodeURIComponent(value)}`),
      ] as const,
  )
  const must: readonly string[] = query?.required ?? []
  const least = told.filter(([name]) => must.includes(name)).map(([, values]) => values[0]!)
  const further = told.flatMap(([name, values]) =>
    values.map((value) => [...least.filter((each) => !each.startsWith(`${name}=`)), value]),
  )
  return [least, ...further].map((parts) => (parts.length > 0 ? `?${parts.join('&')}` : ''))
}

/** Every address of a route within a scope. */
export function addressesOf(route: Route, scope: Scope): readonly string[] {
  const names = placesOf(route)
  const asked = names.includes('form')
    ? [...names.filter((name) => !/^(encounter|form)$/.test(name)), 'encounter form']
    : names
  const paths = asked.reduce<readonly string[]>(
    (soFar, name) =>
      soFar.flatMap((path) =>
        valuesOf(name, scope).map((values) =>
          Object.entries(values).reduce((whole, [place, value]) => whole.replace(`:${place}`, value), path),
        ),
      ),
    [route.path],
  )
  // Of nobody one page of each kind is enough.
  const told = paths.filter(
    (path, at) => !path.includes(nobody) || paths.findIndex((one) => one.includes(nobody)) === at,
  )
  const asks = scope.queries ? queriesOf(route) : queriesOf(route).slice(0, 1)
  return told.flatMap((path) => asks.map((query) => path + query))
}

/** The route a request went to. */
export const routeAt = (method: Route['method'], path: string): Route | undefined =>
  routes.find(
    (route) =>
      route.method === method && new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0]!),
  )
