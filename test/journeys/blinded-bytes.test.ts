import { allRoles, isBlinded, type Role } from '@trialwright/conduct'
import { type Route, routes } from '@trialwright/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { least } from '../access/body.ts'
import { batch, brand, type Participant, productBatch, receiver } from './participant.ts'
import type { Answer, Person } from './person.ts'
import { compiled } from './server.ts'
import { eligible, openedTrial, treated, type Trial } from './trial.ts'

vi.setConfig({ testTimeout: 90_000 })

const identity = { name: 'Vigdis Hemmelig-Eksempel', birthDate: '1980-05-04', phone: '+47 555 01 234' }
const blinded = allRoles.filter((role) => isBlinded(role) && role !== 'participant')

/** What says an arm: ids, titles and products, and what only the pharmacy wrote. */
const arms = compiled.arms.flatMap(({ id, title, product }) => [id, title.en, title.nb, product.en, product.nb])
const secrets = [batch, brand, productBatch, receiver]

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

const namesIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(namesIn)]
    : []

/** A monitor’s visit that is not there. */
const absent = 'ous-9999'

/** Every page of a route: one for the study, one per participant, one per form of an encounter. */
function pagesOf(route: Route, participants: readonly Participant[]): readonly string[] {
  const studyPath = route.path
    .replace(':study', compiled.id)
    .replace(':provider', 'none')
    .replace(':site', 'ous')
    .replace(':visit', absent)
  if (!studyPath.includes(':code')) return [studyPath]
  return participants.flatMap(({ code }) => {
    const path = studyPath.replace(':code', code)
    if (!path.includes(':encounter')) return [path]
    return compiled.encounters.flatMap(({ id, forms }) =>
      forms.map((form) => path.replace(':encounter', id).replace(':form', form)),
    )
  })
}

/** What the database guards is refused while the trial is blind; back from a provider, one is led on. */
const statusOf = ({ id, door }: Route): number => (door === 'guarded' ? 403 : id === 'endProvider' ? 302 : 200)

const queryOf = ({ query }: Route): string =>
  query === undefined ? '' : `?${new URLSearchParams(least(query) as Record<string, string>).toString()}`

/** Texts that name an arm where nobody may know one, and texts of the pharmacy. */
const tellingIn = ({ body, headers }: Answer, open: ReadonlySet<string>): readonly string[] =>
  [...textsIn(body), ...namesIn(body), ...headers.values()].filter((text) => {
    if (secrets.some((secret) => text.includes(secret))) return true
    const small = text.toLowerCase()
    return arms.some((arm) => small.includes(arm.toLowerCase())) && !open.has(text)
  })

describe('what leaves towards a blinded role', () => {
  let trial: Trial
  const byArm = new Map<string, Participant>()
  beforeAll(async () => {
    trial = await openedTrial()
    // Blocks of eight hold four of each arm, so the fifth participant at the latest gets the other one.
    while (byArm.size < 2) {
      const participant = await treated(trial)
      byArm.set((await participant.pharmacy('day0')).arm.id, participant)
    }
    await trial.register('ous', identity)
  })
  afterAll(() => trial[Symbol.asyncDispose]())

  test('R3-10 EMA-07 given a participant in each arm, when every page a blinded role may read is read, then no word of it tells an arm', async () => {
    // What everybody may read of the study, and what stands on the pages of somebody who has no arm yet.
    const control = await eligible(trial)
    const open = new Set(textsIn(await trial.stranger.read(`/api/public/studies/${compiled.id}`)))
    for (const text of textsIn(await control.page('monitor', '/screening'))) open.add(text)
    const [told, odd]: [string[], string[]] = [[], []]
    let pages = 0
    const readPage = async (person: Person, path: string, status: number) => {
      const answer = await person.ask('GET', path)
      if (answer.status === 404) return
      if (answer.status !== status) odd.push(`${path}: ${answer.status}`)
      pages += 1
      told.push(...tellingIn(answer, open).map((found) => `${person.name} ${path}: ${found}`))
    }
    for (const role of blinded) {
      const person = await trial.signIn(role)
      const readable = routes.filter(
        ({ method, access }) => method === 'GET' && (access.kind !== 'roles' || access.roles.includes(role)),
      )
      for (const route of readable)
        await Promise.all(
          pagesOf(route, [...byArm.values()]).map((path) =>
            readPage(person, `${path}${queryOf(route)}`, statusOf(route)),
          ),
        )
    }
    expect(odd).toEqual([])
    expect(told).toEqual([])
    expect(pages).toBeGreaterThan(1000)
  })

  test('R3-10 given a participant in each arm with the same course, when their pages are compared, then nothing but code, time and label differs', async () => {
    const [one, other] = [...byArm.values()] as [Participant, Participant]
    const [labelOfOne, labelOfOther] = [await one.label('day0'), await other.label('day0')]
    const alike = (text: string) =>
      text
        .replaceAll(new RegExp(`${one.code}|${other.code}`, 'g'), 'CODE')
        .replaceAll(new RegExp(`${labelOfOne}|${labelOfOther}`, 'g'), 'LABEL')
        .replaceAll(/"recordedAt":"[^"]*"/g, '"recordedAt":""')
        .replaceAll(/"position":\d+/g, '"position":0')
    for (const role of ['nurse', 'investigator', 'monitor'] as const satisfies readonly Role[])
      for (const rest of ['', '/screening', '/history', '/forms/day0/vitals', '/forms/day0/crp']) {
        const [first, second] = [await one.page(role, rest), await other.page(role, rest)]
        expect(alike(JSON.stringify(first))).toBe(alike(JSON.stringify(second)))
      }
  })

  test('GD-01 R3-11 given the same trial, when its log is read, then it holds no name, no arm and nothing the pharmacy wrote', async () => {
    await trial.stranger.ask('GET', `${trial.study}/participants`)
    await trial.stranger.ask('POST', '/api/sign-in', { name: identity.name, password: 'x' })
    const pages = await (await trial.signIn('monitor')).read(`${trial.study}/participants`)
    expect(JSON.stringify(pages)).not.toContain(identity.name)
    await trial.server.close()
    const log = trial.server.log()
    for (const word of [...Object.values(identity), ...secrets, ...arms.filter((arm) => !compiled.id.includes(arm))])
      expect(log).not.toContain(word)
  })
})
