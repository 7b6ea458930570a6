import type { Role } from '@trialwright/conduct'
import type { Route } from '@trialwright/server'
import { columns } from './columns.ts'
import { type Rule, table } from './table.ts'

/** Where the role was given, beside the site whose participant is asked about. */
export const places = ['own site', 'other site', 'every site'] as const
export type Place = (typeof places)[number]

/** Which study is asked about, beside the one the role was given in. */
export const studies = ['own study', 'other study'] as const
export type StudyAsked = (typeof studies)[number]

/** Somebody who has no right any more, or never had one. */
export const strangers = ['nobody', 'signed out', 'role ended'] as const
export type Stranger = (typeof strangers)[number]

export interface Cell {
  readonly route: Route
  readonly who: { readonly role: Role; readonly place: Place } | Stranger
  readonly asked: StudyAsked
  readonly expected: Expected
}

/**
 * `still blind`: nobody yet. `open`: the door opens. `own rows`: it opens, and nothing of the other site is behind it. `no session`, `not the role`,
 * `not the site`: it stays shut, with those words.
 */
export type Expected = 'open' | 'own rows' | 'no session' | 'not the role' | 'not the site' | 'still blind'

export function cellsOf(routes: readonly Route[]): readonly Cell[] {
  return routes.flatMap((route) => {
    const rule = table[route.id]
    // That the table names every route is a test of its own.
    if (rule === undefined) return []
    return studies.flatMap((asked) => [
      ...columns.flatMap((role) =>
        places.map(
          (place): Cell => ({ route, who: { role, place }, asked, expected: expected(rule, role, place, asked) }),
        ),
      ),
      ...strangers.map((who): Cell => ({ route, who, asked, expected: toStranger(rule, who) })),
    ])
  })
}

function expected(rule: Rule, role: Role, place: Place, asked: StudyAsked): Expected {
  if (rule === 'everybody' || rule === 'signedIn') return 'open'
  if (asked === 'other study' || !rule.roles.includes(role)) return 'not the role'
  if (rule.reach === 'end') return 'still blind'
  if (place !== 'other site' || rule.reach === 'study') return 'open'
  return rule.reach === 'list' ? 'own rows' : 'not the site'
}

function toStranger(rule: Rule, who: Stranger): Expected {
  if (rule === 'everybody') return 'open'
  if (who !== 'role ended') return 'no session'
  return rule === 'signedIn' ? 'open' : 'not the role'
}
