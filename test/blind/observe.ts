import { isBlinded, type Role } from '@trialwright/conduct'
import { type Route, routes } from '@trialwright/server'
import { addressesOf, everything, type Scope } from './addresses.ts'
import type { Someone } from './installation.ts'
import type { Ask } from './person.ts'
import { pagesOfForms, siteOf } from './study.ts'
import type { Watcher } from './trace.ts'

/** The route table's pages; a new one is read from the day it is added. */
export const pages: readonly Route[] = routes.filter(({ method }) => method === 'GET')

/** Its commands, but for those that end the very sessions the worlds share. */
export const commands: readonly Route[] = routes.filter(({ method, id }) => method === 'POST' && id !== 'signOut')

/** Served beside the table. */
const beside = ['/api/openapi.json', '/api/docs/json', '/api/docs/static/index.html', '/', '/api/nowhere']

/** With which statuses each route answered each blinded role; a stranger counts as `public`. */
export type Coverage = Map<string, Set<number>>

export interface Observer {
  readonly coverage: Coverage
  answers: () => number
  /**
   * After a step: every page there is, of the participant it was about or another one, by so many of the blinded roles; they
   * take turns.
   */
  glance(step: number, title: string, codes: readonly string[], about: string | undefined, roles: number): Promise<void>
  /** Every page there is, by every blinded person. */
  survey(title: string, codes: readonly string[]): Promise<void>
  /**
   * Every command there is, empty, by every blinded person: whatever a new one answers is seen. Some are carried out, so this
   * comes last.
   */
  knock(code: string): Promise<void>
  /** Reads the pages that tell arms, one after the other since each reading is recorded; returns what they told. */
  open(): Promise<string>
}

interface Asked {
  readonly who: Someone | undefined
  readonly route?: Route
  readonly path: string
}

/** Requests under way at once; pages change nothing, so their order is free. */
const together = 24

export const coverageKey = (route: string, role: Role | 'public'): string => `${route} ${role}`

const mayEnter = ({ access }: Route, who: Someone | undefined): boolean =>
  access.kind === 'public' || (who !== undefined && (access.kind === 'signedIn' || access.roles.includes(who.role)))

/**
 * Routes that tell an arm, after they have recorded so, to somebody who may know it. What they tell is the one thing that
 * differs between worlds; that they told is the same in all of them.
 */
export const telling: readonly Route[] = routes.filter(({ door }) => door === 'guarded')

export const seenOf = (route: Route | undefined, status: number, bytes: string): string =>
  route !== undefined && telling.includes(route) && status < 300 ? `${status}, and an arm was told` : bytes

/** Nobody on the blinded side may enter. */
const closed = ({ access }: Route): boolean => access.kind === 'roles' && !access.roles.some(isBlinded)

/** Reads pages as blinded people do, and lets the watcher see every byte of the answers. */
export function observerOf(ask: Ask, people: readonly Someone[], watcher: Watcher, study: string): Observer {
  const blinded = people.filter(({ role }) => isBlinded(role))
  const coverage: Coverage = new Map()
  let answers = 0

  const cover = (route: string, who: Someone | undefined, status: number) => {
    const key = coverageKey(route, who?.role ?? 'public')
    coverage.set(key, (coverage.get(key) ?? new Set()).add(status))
  }
  const read = async (title: string, asked: readonly Asked[]) => {
    for (let at = 0; at < asked.length; at += together) {
      const group = asked.slice(at, at + together)
      const answered = await Promise.all(group.map(({ who, path }) => ask(who, { method: 'GET', path })))
      for (const [index, { who, route, path }] of group.entries()) {
        const { status, bytes } = answered[index]!
        cover(route?.id ?? path, who, status)
        watcher.see(`${title}: ${who?.name ?? 'a stranger'} reads ${path}`, seenOf(route, status, bytes))
      }
      answers += group.length
    }
  }
  const within = (scope: Scope, readers: readonly (Someone | undefined)[]): readonly Asked[] =>
    readers.flatMap((who) =>
      pages.flatMap((route) => {
        const addresses = addressesOf(route, scope)
        // Whoever is turned away at the door is turned away before the address is looked at.
        const few = mayEnter(route, who) ? addresses : addresses.slice(0, 2)
        return few.map((path) => ({ who, route, path }))
      }),
    )
  // What is closed to all of them is tried by one at a time, and by everybody in a survey.
  const glanced = ({ route, who }: Asked, first: Someone | undefined) => who === first || !(route && closed(route))

  return {
    coverage,
    answers: () => answers,
    async glance(step, title, codes, about, roles) {
      const code = about ?? codes[step % Math.max(codes.length, 1)] ?? 'NOR-001'
      const forms = [pagesOfForms[step % pagesOfForms.length]!]
      // One person of each role: at the participant's site, and now and then at the other.
      const readers = blinded.filter(({ site }) => site === null || (site === siteOf(code)) === (step % 5 !== 4))
      const turn = readers
        .map((_, index) => readers[(step * Math.min(roles, readers.length) + index) % readers.length]!)
        .slice(0, roles)
      const asked = within({ study, codes: [code], forms, queries: false }, turn)
      await read(
        `${step} ${title}`,
        asked.filter((each) => glanced(each, turn[0])),
      )
    },
    async survey(title, codes) {
      const strangers = [undefined]
      await read(title, within(everything(study, codes), blinded))
      await read(title, within(everything(study, codes.slice(0, 1)), strangers))
      await read(
        title,
        beside.map((path) => ({ who: undefined, path })),
      )
    },
    async knock(code) {
      let number = 0
      for (const route of commands)
        for (const who of [undefined, ...blinded]) {
          number += 1
          const path = addressesOf(route, { study, codes: [code], forms: [pagesOfForms[0]!], queries: false })[0]!
          const key = `22222222-2222-4222-8222-${String(number).padStart(12, '0')}`
          const { status, bytes } = await ask(who, { method: 'POST', path, body: {}, key })
          cover(route.id, who, status)
          watcher.see(`${who?.name ?? 'a stranger'} knocks at ${path}`, bytes)
        }
    },
    async open() {
      const told: string[] = []
      for (const route of telling.filter(({ method }) => method === 'GET'))
        for (const who of blinded.filter((each) => mayEnter(route, each))) {
          const { status, bytes } = await ask(who, {
            method: 'GET',
            path: addressesOf(route, everything(study, []))[0]!,
          })
          cover(route.id, who, status)
          told.push(bytes)
        }
      return told.join('\n')
    },
  }
}
