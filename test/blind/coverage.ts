import { allRoles, isBlinded, type Role } from '@trialwright/conduct'
import { type Route, routes } from '@trialwright/server'

/** With which statuses each route answered each role; a stranger counts as `public`. */
export type Coverage = Map<string, Set<number>>

export const coverageKey = (route: string, role: Role | 'public'): string => `${route} ${role}`

/** The route table's pages; a new one is read from the day it is added. */
export const pages: readonly Route[] = routes.filter(({ method }) => method === 'GET')

/** Its commands. */
export const commands: readonly Route[] = routes.filter(({ method }) => method === 'POST')

const admits = ({ access }: Route, role: Role): boolean => access.kind !== 'roles' || access.roles.includes(role)

/** Nobody on the blinded side may enter. */
export const isClosed = (route: Route): boolean => !allRoles.some((role) => isBlinded(role) && admits(route, role))

const ownList = 'worlds differ by their lists, which the harness seals; the refusal of a second list is compared'

const authenticator = 'needs an authenticator; nothing of it is of a study'
const elsewhere = 'goes to an identity provider and comes back; nothing of it is of a study'

/** Routes that the script does not bring to success, each with the reason. */
export const excused: Readonly<Record<string, string>> = {
  signInWithPasskey: authenticator,
  addPasskey: authenticator,
  removePasskey: authenticator,
  beginProvider: elsewhere,
  endProvider: elsewhere,
  liveDemoTrial: 'virtual participants live by the same commands as everybody; the proof’s server has none',
  sealRandomisationList: ownList,
  importRandomisationList: ownList,
  randomisationReport:
    'simulated for seconds by a thread of its own; the officer alone may read it, and it tells no list',
}

/** What the proof did with the table. */
export interface Conducted {
  readonly coverage: Coverage
  /** Routes of commands that were carried out. */
  readonly done: ReadonlySet<string>
}

const named = ({ id, method, path }: Route): string => `${id} (${method} ${path})`

/**
 * What of the route table a replay did not reach, a sentence each with what to do about it: every route is asked for in
 * every blinded role, shown to every role that may read it, and every command is carried out.
 */
export function uncovered({ coverage, done }: Conducted): readonly string[] {
  const statuses = (route: Route, role: Role) => coverage.get(coverageKey(route.id, role)) ?? new Set<number>()
  const neverAsked = [...pages, ...commands].flatMap((route) =>
    allRoles
      .filter((role) => isBlinded(role) && statuses(route, role).size === 0)
      .map((role) => `${named(route)} was never asked for by ${role}: see test/blind/observe.ts`),
  )
  const neverShown = pages.flatMap((route) =>
    allRoles
      .filter((role) => admits(route, role) && !statuses(route, role).has(200) && !(route.id in excused))
      .map((role) => {
        const answers = [...statuses(route, role)].join(', ') || 'nothing'
        return `${named(route)} was never shown to ${role}, who may read it; it answered ${answers}. If a place of the path has no value, let an act note one (conductor.note); if there is nothing to show, play an act that makes it (test/blind/acts)`
      }),
  )
  const neverDone = commands
    .filter(({ id }) => !done.has(id) && !(id in excused))
    .map(
      (route) =>
        `${named(route)} was never carried out: write an act for it in test/blind/acts, as acts/shelves.ts does, and name it in test/blind/acts/further.ts`,
    )
  return [...neverAsked, ...neverShown, ...neverDone]
}
