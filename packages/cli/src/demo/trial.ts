import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addDuration, localDay } from '@trialwright/protocol'
import type { SimulationModel } from '@trialwright/protocol/simulation'
import { httpHands, newState, openStudy, progressOf, run, type RunState } from '@trialwright/simulation'
import { type DemoAccounts, type DemoTrial, moveClock, type Ports } from '@trialwright/server'
import type { RunningStudy } from '../start/study.ts'

export interface DemoTrialOptions {
  readonly study: RunningStudy
  readonly model: SimulationModel
  readonly accounts: DemoAccounts
  /** Folder of the installation; the simulator's state is kept there, and it knows arms. */
  readonly data: string
  readonly say: (line: string) => void
  /** Of the past, to be lived. */
  readonly days?: number | undefined
}

export interface LivedDemo extends DemoTrial {
  /** Opens the study and lives the demo's past, from so many days ago to yesterday; then the clock is in the present. */
  invent(ports: Ports, address: string): Promise<number>
  /** Goes on with a demo that was there before. */
  attach(ports: Ports, address: string): void
  stop(): Promise<void>
}

/** So many days of the past are lived; people are in every stage then, and recruitment goes on. */
const demo = { days: 330, seed: 3 } as const

export function demoTrialOf({ study, model, accounts, data, say, days = demo.days }: DemoTrialOptions): LivedDemo {
  const { compiled } = study
  const zone = compiled.sites[0]?.timeZone ?? 'UTC'
  const file = path.join(data, 'demo-trial.json')
  const leave = new AbortController()
  const [name = '', scenario] = Object.entries(model.scenarios)[0] ?? []
  let state = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunState) : undefined
  let [living, until, stopped, address] = [undefined as Promise<unknown> | undefined, '', false, '']

  const keep = (now: RunState) => {
    state = now
    writeFileSync(`${file}.new`, JSON.stringify(now), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }

  async function live(to: string): Promise<void> {
    if (!scenario) return
    const hands = httpHands({ address, study: compiled.id, seed: demo.seed, ...accounts })
    try {
      if (!state) await openStudy(hands, compiled, model)
      const asked = { seed: demo.seed, participants: compiled.target, scenario: name, study: compiled.id }
      const from = state ?? newState(asked, localDay(await hands.now(), zone))
      keep(from)
      let told = 0
      await run({
        compiled,
        model,
        scenario,
        hands,
        state: from,
        until: to,
        signal: leave.signal,
        sent: hands.sent,
        dayDone(now, { registered, randomised }) {
          keep(now)
          if (registered === told) return
          told = registered
          say(`  ${now.today}: ${registered} virtual participants, ${randomised} randomised`)
        },
      })
    } finally {
      hands.close()
    }
  }

  return {
    now: () => {
      const progress = state && progressOf(state)
      return {
        state: living ? 'lives' : stopped ? 'stopped' : 'rests',
        today: state?.today ?? '',
        until: until === '' ? (state?.today ?? '') : until,
        registered: progress?.registered ?? 0,
        randomised: progress?.randomised ?? 0,
      }
    },
    liveTo(day) {
      if (living || !state) return false
      ;[until, stopped] = [day, false]
      living = live(day)
        .catch((error: unknown) => {
          stopped = true
          if (!leave.signal.aborted) say(`The demo's trial stopped: ${(error as Error).message}`)
        })
        .finally(() => (living = undefined))
      return true
    },
    attach(_, at) {
      address = at
    },
    async invent(ports, at) {
      address = at
      const today = ports.clock.today(zone)
      until = addDuration(today, { value: -1, unit: 'd' })
      await moveClock(ports, -days * 86_400_000, 'installation')
      const lived = live(until)
      living = lived.catch(() => undefined)
      try {
        await lived
      } finally {
        living = undefined
        await moveClock(ports, 0, 'installation')
      }
      return state?.courses.length ?? 0
    },
    async stop() {
      leave.abort()
      await living
    },
  }
}
