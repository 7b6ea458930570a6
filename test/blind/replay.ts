import { isBlinded } from '@trialwright/conduct'
import { dumpOf } from './dump.ts'
import { endOfBlind } from './acts/unblinding.ts'
import { routeAt } from './addresses.ts'
import type { Conducted } from './coverage.ts'
import { leave } from './acts/doors.ts'
import { someoneAmong } from './installation.ts'
import { observerOf, seenOf } from './observe.ts'
import type { Acts, Conductor } from './course.ts'
import { conductTrial } from './script.ts'
import { comparing, type Difference, Differs, recording, type Share, type Trace, type Watcher } from './trace.ts'
import type { World } from './world.ts'

export interface Figures extends Conducted {
  readonly steps: number
  readonly answers: number
  /** What was told to those who may know, when the blind ended. */
  readonly told: string
}

/** How closely a replay is watched. The database, the log and the commands' answers are watched at every step anyway. */
export interface Attention {
  /** How many of the blinded roles read after a step; they take turns. */
  readonly roles: number
  /** How many do where an arm was just used. */
  readonly atArms: number
  /** Whether also what a reader is turned away from, and what seldom changes, is read after every step, after refusals too. */
  readonly thorough: boolean
  /** Whether everything is also read in the middle, not at the end alone. */
  readonly surveys: boolean
  /** Whether every command is also tried empty, by everybody. */
  readonly knocks: boolean
  /** The whole script, or its first acts. */
  readonly acts: Acts
  /** Waited for after every step. */
  readonly pace?: () => Promise<void>
}

/** Whether a step of this title was carried out and used an arm. */
export const usesArm = (title: string): boolean =>
  /randomise|record-preparation|hand-over|start-infusion/.test(title) && !title.endsWith('refused')

/** What a script is conducted on: a world, or anything served like one. */
export type Stage = Pick<World, 'ask' | 'study' | 'people' | 'clock' | 'settle' | 'log'> & {
  readonly pools: Pick<World['pools'], 'blinded'>
}

/** Conducts the scripted trial; the watcher sees what blinded people see. */
export async function replay(world: Stage, watcher: Watcher, attention: Attention): Promise<Figures> {
  const { ask, study, people, clock } = world
  const codes: string[] = []
  const noted = new Map<string, string[]>()
  const observer = observerOf(ask, people, watcher, study.compiled.id, { codes, noted }, attention.thorough)
  const done = new Set<string>()
  let steps = 0
  let position = 0

  const watch = async (title: string, about: string | undefined, refused: boolean) => {
    const { text, next } = await dumpOf(world.pools.blinded, study.compiled.id, position)
    position = next
    watcher.see(`${steps} ${title}: what the blinded login finds in the database`, text)
    // What was refused has changed nothing, as the dump shows.
    if (refused && !attention.thorough) return
    await observer.glance(steps, title, about, usesArm(title) ? attention.atArms : attention.roles)
  }

  const conductor: Conductor = {
    study: study.compiled.id,
    clock,
    someone: (role, site, number) => someoneAmong(people, role, site, number),
    codes,
    note(place, value) {
      noted.set(place, [...(noted.get(place) ?? []), value])
    },
    async step(title, who, request, about) {
      steps += 1
      clock.tick()
      await world.settle()
      const answer = await ask(who, { ...request, key: request.key ?? keyOf(steps) })
      const route = routeAt('POST', request.path)
      observer.cover(route?.id ?? request.path, who, answer.status)
      if (answer.status === (route?.success ?? 200)) done.add(route?.id ?? request.path)
      const seen = seenOf(route, answer.status, withoutTokens(answer.bytes))
      if (isBlinded(who.role)) watcher.see(`${steps} ${title}: the answer to ${who.name}`, seen)
      await watch(title, about, answer.status >= 300)
      await attention.pace?.()
      return answer
    },
    read: (who, path) => ask(who, { method: 'GET', path }),
    async survey(title) {
      if (attention.surveys) await observer.survey(`${steps} ${title}`)
    },
  }
  await conductTrial(conductor, attention.acts)
  await observer.survey('the end')
  if (attention.knocks) {
    await observer.backstage()
    await observer.knock()
  }
  const whole = attention.acts === 'whole'
  if (whole) await endOfBlind(conductor)
  const told = await observer.open()
  if (whole) await leave(conductor)
  watcher.see('the operator’s log', await world.log())
  return { steps, answers: observer.answers(), coverage: observer.coverage, done, told }
}

/** The trace of one world. */
export async function traceOf(world: World, attention: Attention): Promise<{ trace: Trace; figures: Figures }> {
  const trace = recording()
  const figures = await replay(world, trace, attention)
  return { trace, figures }
}

/** How a world differs from a trace; no difference when every byte is the same. */
export async function differenceFrom(
  trace: Trace,
  world: World,
  attention: Attention,
  share: Share,
): Promise<{ readonly difference?: Difference; readonly told?: string }> {
  const watcher = comparing(trace, share)
  try {
    const { told } = await replay(world, watcher, attention)
    watcher.finish()
    return { told }
  } catch (error) {
    if (error instanceof Differs) return { difference: error.difference }
    throw error
  }
}

/** Tokens of sessions and devices are random in every world; their place and length are compared. */
const withoutTokens = (bytes: string): string =>
  bytes.replaceAll(
    /(trialwright-(?:session|device)=)([^;]+)/g,
    (_, name: string, token: string) => name + '*'.repeat(token.length),
  )

const keyOf = (step: number): string => `00000000-0000-4000-8000-${String(step).padStart(12, '0')}`
