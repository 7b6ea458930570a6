import { randomInt, randomUUID } from 'node:crypto'
import { someoneAmong } from '../installation.ts'
import type { Request } from '../person.ts'
import type { World } from '../world.ts'
import type { Crowd } from './crowd.ts'
import { apart } from './welch.ts'

/** A route that is measured: what is asked for which participant, and how it must be answered. */
interface Measured {
  readonly name: string
  readonly role: 'nurse' | 'coordinator'
  readonly status: number
  readonly request: (index: number) => Request
}

/** The routes of randomisation and treatment, carried out and refused, and the pages that show them. */
export function measuredRoutes(
  study: string,
  { eligible, ready, encounter, label }: Crowd,
  time: string,
): readonly Measured[] {
  const post = (code: string, command: string, body: object): Request => ({
    method: 'POST',
    path: `/api/studies/${study}/participants/${code}/${command}`,
    body,
    key: randomUUID(),
  })
  const page = (code: string, rest = ''): Request => ({
    method: 'GET',
    path: `/api/studies/${study}/participants/${code}${rest}`,
  })
  return [
    { name: 'randomise', role: 'coordinator', status: 201, request: (i) => post(eligible[i]!, 'randomise', {}) },
    {
      name: 'start-infusion refused',
      role: 'nurse',
      status: 422,
      request: (i) => post(ready[i]!, 'start-infusion', { encounter, time, label: 'AAAAAAAA-A' }),
    },
    {
      name: 'start-infusion',
      role: 'nurse',
      status: 201,
      request: (i) => post(ready[i]!, 'start-infusion', { encounter, time, label }),
    },
    { name: 'participant', role: 'nurse', status: 200, request: (i) => page(ready[i]!) },
    { name: 'history', role: 'nurse', status: 200, request: (i) => page(ready[i]!, '/history') },
  ]
}

/** Milliseconds each took, in one world and in the other. */
type Times = readonly [number[], number[]]

/** Asks the same in both worlds, one after the other; which comes first is drawn anew each time. */
export async function measure(
  worlds: readonly [World, World],
  { role, status, request }: Measured,
  count: number,
): Promise<Times> {
  const times: Times = [[], []]
  for (let index = 0; index < count; index += 1) {
    const first = randomInt(2) as 0 | 1
    for (const which of [first, 1 - first] as (0 | 1)[]) {
      const { ask, people } = worlds[which]
      const who = someoneAmong(people, role, 'north')
      const asked = request(index)
      const began = performance.now()
      const answer = await ask(who, asked)
      times[which].push(performance.now() - began)
      if (answer.status !== status) throw new Error(`${asked.path} was answered ${answer.bytes}`)
    }
  }
  return times
}

export interface Found {
  readonly name: string
  readonly raw: number
  readonly cropped: number
  /** Median time in one of the worlds, milliseconds. */
  readonly median: number
}

export async function measureAll(
  worlds: readonly [World, World],
  crowd: Crowd,
  count: number,
): Promise<readonly Found[]> {
  const { study, clock } = worlds[0]
  const found: Found[] = []
  for (const route of measuredRoutes(study.compiled.id, crowd, clock.time())) {
    const [one, other] = await measure(worlds, route, count)
    found.push({ name: route.name, ...apart(one, other), median: one.toSorted((a, b) => a - b)[count >> 1]! })
  }
  return found
}

/** Beyond it two series are told apart; by chance once in some 150,000 times. */
export const limit = 4.5

export const isApart = ({ raw, cropped }: Pick<Found, 'raw' | 'cropped'>): boolean =>
  Math.abs(raw) >= limit || Math.abs(cropped) >= limit
