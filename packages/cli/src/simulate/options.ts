import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isDate } from '@trialwright/protocol'
import { Stop } from '../stop.ts'

export interface SimulateOptions {
  readonly study: string
  readonly participants: number | undefined
  readonly seed: number
  readonly scenario: string | undefined
  /** A demo server that is running already. */
  readonly server: string | undefined
  readonly out: string
  readonly resume: boolean
  /** Whether the trial is run in two worlds of exchanged arms, too, and what blinded people see compared. */
  readonly worlds: boolean
  readonly firstDay: string
  /** So many trials through the pure core instead of one through a server. */
  readonly trials: number | undefined
  /** So many of them are run through a server, too. */
  readonly both: number
  /** Threads that run them. */
  readonly workers: number
}

export const simulateHelp = `trialwright simulate <study> [--participants 128] [--seed 1] [--scenario published] [--out ./simulation]

  Runs a whole trial with virtual participants through the public HTTP interface, and writes a report.
  --participants N   how many are randomised; the study's target unless told
  --seed N           a whole number from 0 to 4294967295; the same seed gives the same trial
  --scenario NAME    which effect the arms have, of those in the study's simulation.ts; the first unless told
  --out FOLDER       where report, events and the state of the run are kept
  --resume           go on with the run kept in that folder
  --server URL       a demo server that is running, instead of one of its own
  --worlds           run it in two more worlds whose arms are exchanged, and compare what blinded people see; for a small trial
  --trials N         that many trials without a server: power, balance, recruitment, vials
  --both N           of those, how many are run through a server too, and must give the same; none unless told
  --workers N        threads that run them; as many as there are processors unless told
  --begin DAY        the study clock's first day, 2019-01-07 unless told; for a server of its own`

export function simulateOptions(args: readonly string[]): SimulateOptions {
  const { values, positionals } = parse(args)
  const [study, extra] = positionals
  if (study === undefined)
    throw new Stop(`Name the study to simulate, as its folder in studies is called.\n\n${simulateHelp}`)
  if (extra !== undefined) throw new Stop(`"${extra}" is one word too many.\n\n${simulateHelp}`)
  return {
    study,
    participants: values.participants === undefined ? undefined : whole('participants', values.participants, 1, 10_000),
    seed: whole('seed', values.seed, 0, 2 ** 32 - 1),
    scenario: values.scenario,
    server: values.server === undefined ? undefined : addressOf(values.server),
    out: path.resolve(values.out),
    resume: values.resume,
    worlds: values.worlds,
    firstDay: dayOf(values.begin),
    trials: values.trials === undefined ? undefined : whole('trials', values.trials, 1, 10_000_000),
    both: bothOf(values.both, values.trials),
    workers: values.workers === undefined ? os.availableParallelism() : whole('workers', values.workers, 1, 256),
  }
}

export function whole(name: string, typed: string, low: number, high: number): number {
  const value = Number(typed)
  if (!/^\d+$/.test(typed) || !Number.isSafeInteger(value) || value < low || value > high)
    throw new Stop(`--${name} is "${typed}"; give a whole number from ${low} to ${high}, such as --${name} 7.`)
  return value
}

function bothOf(typed: string | undefined, trials: string | undefined): number {
  if (typed === undefined) return 0
  if (trials === undefined)
    throw new Stop('--both says how many of the trials of --trials are run through a server; give --trials too.')
  return whole('both', typed, 0, Number(trials))
}

function addressOf(typed: string): string {
  if (!URL.canParse(typed) || !/^https?:$/.test(new URL(typed).protocol))
    throw new Stop(`--server is "${typed}"; give an address such as http://127.0.0.1:4000.`)
  return new URL(typed).origin
}

function dayOf(typed: string): string {
  if (!isDate(typed)) throw new Stop(`--begin is "${typed}"; give a day such as 2019-01-07.`)
  return typed
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        participants: { type: 'string' },
        seed: { type: 'string', default: '1' },
        scenario: { type: 'string' },
        server: { type: 'string' },
        out: { type: 'string', default: 'simulation' },
        resume: { type: 'boolean', default: false },
        worlds: { type: 'boolean', default: false },
        trials: { type: 'string' },
        both: { type: 'string' },
        workers: { type: 'string' },
        begin: { type: 'string', default: '2019-01-07' },
      },
    })
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${simulateHelp}`)
  }
}
