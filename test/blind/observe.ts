import { isBlinded } from '@trialwright/conduct'
import { type Route, routes } from '@trialwright/server'
import { addressesOf, everything, type Scope } from './addresses.ts'
import { commands, type Coverage, coverageKey, excused, isClosed, pages } from './coverage.ts'
import type { Someone } from './installation.ts'
import type { Ask } from './person.ts'
import { pagesOfForms, siteOf } from './study.ts'
import type { Watcher } from './trace.ts'

/** Served beside the table. */
const beside = ['/api/openapi.json', '/api/docs/json', '/api/docs/static/index.html', '/', '/api/nowhere']

/** What there is to be read. */
export interface Known {
  readonly codes: readonly string[]
  readonly noted: ReadonlyMap<string, readonly string[]>
}

export interface Observer {
  readonly coverage: Coverage
  cover(route: string, who: Someone | undefined, status: number): void
  answers: () => number
  /**
   * After a step: the pages there are, of the participant it was about or another one, by so many of the blinded roles; they
   * take turns.
   */
  glance(step: number, title: string, about: string | undefined, roles: number): Promise<void>
  /** Every page there is, by every blinded person. */
  survey(title: string): Promise<void>
  /**
   * Every command there is, empty, by every blinded role: whatever a new one answers is seen. Some are carried out, so this
   * comes last.
   */
  knock(): Promise<void>
  /** Pages of the unblinded side are read by those who may; what they say is not compared. */
  backstage(): Promise<void>
  /** Reads the pages that tell arms, one after the other since each reading is recorded; returns what they told. */
  open(): Promise<string>
}

interface Asked {
  readonly who: Someone | undefined
  readonly route?: Route
  readonly path: string
}

/** Requests under way at once; most pages change nothing, so their order is free. */
const together = 24

const mayEnter = ({ access }: Route, who: Someone | undefined): boolean =>
  access.kind === 'public' || (who !== undefined && (access.kind === 'signedIn' || access.roles.includes(who.role)))

/**
 * Routes that tell an arm, after they have recorded so, to somebody who may know it. What they tell is the one thing that
 * differs between worlds; that they told is the same in all of them.
 */
export const telling: readonly Route[] = routes.filter(({ door }) => door === 'guarded')

export const seenOf = (route: Route | undefined, status: number, bytes: string): string =>
  route !== undefined && telling.includes(route) && status < 300
    ? `${status}, and an arm was told`
    : // Each world reads its share of the pages, and when somebody was last seen follows from that alone.
      bytes.replaceAll(/"lastSeenAt":"[^"]*"/g, '"lastSeenAt":"then"')

/** Pages whose reading leaves a record. */
const isRecorded = (route: Route | undefined): boolean => route !== undefined && telling.includes(route)

/** How often a page is read in passing that says the same whatever happens, or turns the reader away: each so many steps. */
const seldom = 8

/** Reads pages as blinded people do, and lets the watcher see every byte of the answers. */
export function observerOf(
  ask: Ask,
  people: readonly Someone[],
  watcher: Watcher,
  study: string,
  known: Known,
  thorough: boolean,
): Observer {
  const blinded = people.filter(({ role }) => isBlinded(role))
  const coverage: Coverage = new Map()
  let answers = 0

  const cover: Observer['cover'] = (route, who, status) => {
    const key = coverageKey(route, who?.role ?? 'public')
    coverage.set(key, (coverage.get(key) ?? new Set()).add(status))
  }
  const placeOf = (title: string, { who, path, route }: Asked) =>
    `${title}: ${who?.name ?? 'a stranger'} ${isRecorded(route) ? 'asks for' : 'reads'} ${path}`
  const read = async (title: string, all: readonly Asked[], watched = true) => {
    const asked = all.filter((each) => watcher.wants?.(placeOf(title, each)) ?? true)
    // What is recorded is read one after the other and last: it changes what the trail shows.
    const free = asked.filter(({ route }) => !isRecorded(route))
    const groups = Array.from({ length: Math.ceil(free.length / together) }, (_, index) =>
      free.slice(index * together, (index + 1) * together),
    )
    for (const group of [...groups, ...asked.filter(({ route }) => isRecorded(route)).map((each) => [each])]) {
      const answered = await Promise.all(group.map(({ who, path }) => ask(who, { method: 'GET', path })))
      for (const [index, each] of group.entries()) {
        const { who, route, path } = each
        const { status, bytes } = answered[index]!
        cover(route?.id ?? path, who, status)
        if (watched) watcher.see(placeOf(title, each), seenOf(route, status, bytes))
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
  const inPassing = (step: number, first: Someone | undefined) => (each: Asked) => {
    const { route, who } = each
    // What is closed to all of them is tried by one at a time, and by everybody in a survey.
    if (!route || thorough) return !route || who === first || !isClosed(route)
    const toldAnew = route.access.kind === 'roles' || (route.process === 'public' && who === first)
    return (mayEnter(route, who) && toldAnew) || (pages.indexOf(route) + step) % seldom === 0
  }

  return {
    coverage,
    cover,
    answers: () => answers,
    async glance(step, title, about, roles) {
      const { codes, noted } = known
      const code = about ?? codes[step % Math.max(codes.length, 1)] ?? 'NOR-001'
      const forms = [pagesOfForms[step % pagesOfForms.length]!]
      // One person of each role: at the participant's site, and now and then at the other.
      const readers = blinded.filter(({ site }) => site === null || (site === siteOf(code)) === (step % 5 !== 4))
      const turn = readers
        .map((_, index) => readers[(step * Math.min(roles, readers.length) + index) % readers.length]!)
        .slice(0, roles)
      const asked = within({ study, codes: [code], forms, queries: false, noted }, turn)
      await read(`${step} ${title}`, asked.filter(inPassing(step, turn[0])))
    },
    async survey(title) {
      const { codes, noted } = known
      await read(title, within(everything(study, codes, noted), blinded))
      await read(title, within(everything(study, codes.slice(0, 1), noted), [undefined]))
      await read(
        title,
        beside.map((path) => ({ who: undefined, path })),
      )
    },
    async knock() {
      const scope = {
        study,
        codes: known.codes.slice(0, 1),
        forms: [pagesOfForms[0]!],
        queries: false,
        noted: known.noted,
      }
      const roles = new Set<string>()
      const knockers = blinded.filter(({ role }) => thorough || (!roles.has(role) && roles.add(role)))
      let number = 0
      // To sign out ends what comes after it; the script does so at its end.
      for (const route of commands.filter(({ id }) => id !== 'signOut'))
        for (const who of [undefined, ...knockers]) {
          number += 1
          const path = addressesOf(route, scope)[0]!
          const key = `22222222-2222-4222-8222-${String(number).padStart(12, '0')}`
          const { status, bytes } = await ask(who, { method: 'POST', path, body: {}, key })
          cover(route.id, who, status)
          watcher.see(`${who?.name ?? 'a stranger'} knocks at ${path}`, bytes)
        }
    },
    async backstage() {
      const { codes, noted } = known
      const hidden = people.filter(({ role }) => !isBlinded(role))
      const asked = within({ ...everything(study, codes, noted), queries: false }, hidden)
      await read(
        'backstage',
        asked.filter(
          ({ route, who }) => route && mayEnter(route, who) && !telling.includes(route) && !(route.id in excused),
        ),
        false,
      )
    },
    async open() {
      const told: string[] = []
      for (const route of telling.filter(({ method }) => method === 'GET'))
        for (const who of people.filter((each) => mayEnter(route, each))) {
          const path = addressesOf(route, everything(study, [], known.noted))[0]!
          const { status, bytes } = await ask(who, { method: 'GET', path })
          cover(route.id, who, status)
          if (isBlinded(who.role)) watcher.see(`${who.name} asks for ${path}`, seenOf(route, status, bytes))
          told.push(bytes)
        }
      return told.join('\n')
    },
  }
}
