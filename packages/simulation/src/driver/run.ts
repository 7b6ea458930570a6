import { setImmediate as turn } from 'node:timers/promises'
import { dayNumber, instantOf, localTime } from '@trialwright/protocol'
import { arrivalsOn, dayAfter } from '../people/arrivals.ts'
import { workingDayFrom } from '../people/workingDays.ts'
import { drawsFrom } from '../random/draws.ts'
import { closeTrial } from './acts/closeTrial.ts'
import { bookGiven } from './acts/infuse.ts'
import { acceptAnswers, answerQueries } from './acts/queries.ts'
import { deliver, restock } from './acts/restock.ts'
import type { Hands } from './hands.ts'
import { type Course, holdsPlace, isOver, isSettled, newCourse } from './course.ts'
import { live } from './live.ts'
import type { RunState } from './state.ts'
import { leaveTurns, takeTurns } from './turns.ts'
import { type World, worldOf } from './world.ts'

export interface Progress {
  readonly today: string
  readonly registered: number
  readonly randomised: number
  readonly over: number
  readonly commands: number
  readonly seconds: number
  /** 0 to 1, by the days that participants have lived of those they have to. */
  readonly share: number
}

export interface RunOptions extends Pick<World, 'compiled' | 'model' | 'scenario' | 'hands' | 'bodyOf'> {
  readonly state: RunState
  /** Commands sent since the run began. */
  readonly sent: () => number
  /** Called at the end of each day, with the state to keep. */
  readonly dayDone?: (state: RunState, progress: Progress) => void | Promise<void>
  /** Sites one after the other, so that also the order in which the study's records are stored follows from the seed. */
  readonly inTurn?: boolean
  /** Live no day after this one, `2026-11-22`; the rest of the trial is still to come. */
  readonly until?: string
  readonly signal?: AbortSignal
}

/** Two deliveries of this many vials are there when a site opens. */
const firstBox = 20

/**
 * Lives the trial day by day, from the state's day until nobody has anything left to do. Sites work at once; at one site,
 * what is given out in an order is taken by one after the other, so that a site's numbers, arms and vials follow from
 * the seed whatever the server's speed; all else they do meanwhile.
 */
export async function run(options: RunOptions): Promise<RunState> {
  const { compiled, hands, state, dayDone, until, signal } = options
  const draws = drawsFrom(state.seed)
  const world = worldOf({ ...options, draws, today: state.today })
  const began = performance.now()
  const [commandsBefore, secondsBefore] = [state.commands, state.seconds]
  const zone = compiled.sites[0]?.timeZone ?? 'UTC'
  if (state.lived === 0) await stockSites(world)
  let clock = await hands.now()
  const following = (): string | undefined => {
    const day = nextDay(world, state)
    // Whoever watches the clock until a day sees it come there.
    return until !== undefined && day !== undefined && day > until && state.today < until ? until : day
  }
  const isPast = (day: string): boolean => signal?.aborted === true || (until !== undefined && day > until)
  for (let day = state.lived === 0 ? state.today : following(); day !== undefined && !isPast(day); ) {
    world.today = day
    clock = await moveTo(hands, clock, day, zone)
    if (isDone(state)) {
      await closeTrial(world)
      state.locked = true
    } else await liveDay(world, state)
    state.today = day
    state.lived += 1
    state.unexpected.push(...world.unexpected.splice(0))
    state.commands = commandsBefore + options.sent()
    state.seconds = secondsBefore + (performance.now() - began) / 1000
    day = following()
    // Nobody watches the clock: it moves on while the day that is over is kept.
    const moving = until === undefined && day !== undefined ? moveTo(hands, clock, day, zone) : undefined
    // The word to move is on its way before anything else is done.
    moving?.catch(() => undefined)
    for (let turns = 0; moving && turns < 2; turns += 1) await turn()
    const [moved] = await Promise.all([moving, dayDone?.(state, progressOf(state))])
    clock = moved ?? clock
  }
  return state
}

async function liveDay(world: World, state: RunState): Promise<void> {
  admit(world, state, world.today)
  const due = state.courses.filter((course) => !isSettled(course) && course.next <= world.today)
  const sites = [...Map.groupBy(due, ({ site }) => site)]
  const queries = await lookOver(world, state)
  await world.together([
    // First in the day, so that what is answered of somebody who comes stands before what they come for.
    ...queries,
    ...sites.map(
      ([site, courses]) =>
        () =>
          liveAt(world, state, site, courses),
    ),
  ])
}

/** Once a week every site answers what it was asked, and the data manager closes what was answered before. */
async function lookOver(world: World, state: RunState): Promise<readonly (() => Promise<unknown>)[]> {
  if (!isWeekSince(state.looked, world.today)) return []
  state.looked = world.today
  const sites = [...new Set(state.courses.map(({ site }) => site))]
  const found = await Promise.all([acceptAnswers(world), ...sites.map((site) => answerQueries(world, site))])
  return found.flat()
}

async function stockSites(world: World): Promise<void> {
  const sites = Object.keys(world.model.recruitment.sites)
  for (const { id } of world.compiled.supply?.products ?? [])
    await Promise.all(
      sites.map((site) => deliver(world, site, world.model.deliveries?.[id]?.box ?? firstBox, 'first', id)),
    )
}

async function liveAt(world: World, state: RunState, site: string, courses: readonly Course[]): Promise<void> {
  const stocked = Promise.withResolvers<void>()
  const bags = takeTurns(world, courses, stocked.promise)
  const stock = () => (courses.some(isTreated) ? restockWeekly(world, state, site) : Promise.resolve())
  const inOrder = courses.filter((course) => world.turns.has(course))
  const others = courses.filter((course) => !world.turns.has(course))
  await world.together([
    () => stock().finally(stocked.resolve),
    ...inOrder.map((course) => () => live(world, course).finally(() => leaveTurns(world, course))),
    ...others.map((course) => () => live(world, course)),
    async () => void ((await bags).some(Boolean) && (await bookGiven(world, site))),
  ])
}

const isTreated = ({ step }: Course): boolean => step === 'treated' || step === 'followed'

async function restockWeekly(world: World, { restocked }: RunState, site: string): Promise<void> {
  if (!isWeekSince(restocked[site], world.today)) return
  restocked[site] = world.today
  await restock(world, site)
}

const isWeekSince = (last: string | undefined, today: string): boolean =>
  last === undefined || dayNumber(today) - dayNumber(last) >= 7

/** Who comes today is screened while places are left that nobody in screening may still take. */
function admit(world: World, state: RunState, day: string): void {
  for (const { index, site, arrives } of arrivalsOn(day, world.model, world.draws)) {
    const taken = state.courses.filter(holdsPlace).length
    if (taken < state.participants) state.courses.push(newCourse(index, site, arrives))
  }
}

/** All places are taken, and nobody who took one has anything left to do. */
const isDone = ({ courses, participants }: RunState): boolean =>
  courses.filter(holdsPlace).length >= participants && courses.every(isSettled)

/** So many working days without anything are passed over at once. */
const quiet = 60

/** The next day on which anything may happen; undefined when the trial is over. */
function nextDay(world: World, state: RunState): string | undefined {
  const going = state.courses.filter((course) => !isSettled(course))
  const tomorrow = workingDayFrom(dayAfter(state.today))
  const next = going.reduce((least, { next: day }) => (day < least ? day : least), '9999-12-31')
  if (state.courses.filter(holdsPlace).length < state.participants) return someoneComes(world, tomorrow, next)
  if (going.length === 0) return state.locked ? undefined : tomorrow
  return next < tomorrow ? tomorrow : next
}

/** The first day from one on which somebody new arrives, or before which somebody has something to do. */
function someoneComes({ model, draws }: World, from: string, next: string): string {
  let day = from
  for (let passed = 0; passed < quiet && day < next; passed += 1) {
    if (arrivalsOn(day, model, draws).length > 0) return day
    day = workingDayFrom(dayAfter(day))
  }
  return day
}

/** Minutes after midnight at which the clock stands when a day is lived: what happens on a day has its time behind it. */
const afternoon = 15 * 60

/** From where the study clock stood to the afternoon of a day, unless it is later already. */
async function moveTo(hands: Hands, clock: string, day: string, zone: string): Promise<string> {
  const [date = '', time = ''] = localTime(instantOf(clock) ?? 0, zone).split('T')
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const behind = (dayNumber(day) - dayNumber(date)) * 1440 + afternoon - minutes
  return behind > 0 ? hands.moveClock(behind) : clock
}

export function progressOf({ courses, today, participants, commands, seconds }: RunState): Progress {
  const randomised = courses.filter(
    ({ step, ended }) => step === 'followed' || (step === 'over' && ended !== 'screenFailed'),
  )
  const lived = randomised.map((course) => (isOver(course) ? 1 : Math.min(daysOf(course, today) / 280, 0.99)))
  return {
    today,
    registered: courses.length,
    randomised: randomised.length,
    over: courses.filter(isOver).length,
    commands,
    seconds,
    share: lived.reduce((sum, each) => sum + each, 0) / participants,
  }
}

const daysOf = ({ firstInfusion }: Course, today: string): number =>
  firstInfusion === undefined ? 0 : dayNumber(today) - dayNumber(firstInfusion)

/** A run that has not begun: `began` is the study clock's day. */
export const newState = (
  asked: Pick<RunState, 'seed' | 'participants' | 'scenario' | 'study'>,
  began: string,
): RunState => ({
  shape: 1,
  ...asked,
  began,
  today: began,
  lived: 0,
  courses: [],
  restocked: {},
  unexpected: [],
  commands: 0,
  seconds: 0,
})
