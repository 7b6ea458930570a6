import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { simulate, simulateOptions } from '@trialwright/cli'
import { number, type Options, type Section } from '../section.ts'

const goal = 120
const shown = 12

/** One whole trial through HTTP: the real server in a process of its own, its database durable, the driver in this one. */
export async function trialSections({ quick, say }: Options): Promise<readonly Section[]> {
  const participants = quick ? 2 : 128
  const out = mkdtempSync(path.join(tmpdir(), 'trialwright-bench-'))
  try {
    say(`trial: ${participants} participants through HTTP`)
    const before = processorSeconds()
    const started = performance.now()
    const words = [
      'back-to-basic',
      '--participants',
      String(participants),
      '--seed',
      '7',
      '--out',
      path.join(out, 'run'),
    ]
    const { state, written } = await simulate(simulateOptions(words))
    const seconds = (performance.now() - started) / 1000
    const after = processorSeconds()
    if (!written) throw new Error('the trial was not run on a server of its own')
    const asked = written.times.reduce((sum, { count }) => sum + count, 0)
    return [
      {
        title: `One whole trial of ${participants} through HTTP, seed 7`,
        about: `From the command to the report, database made and report written: ${number(state.commands)} commands and ${number(asked - state.commands)} pages, ${number(asked / state.seconds)} requests a second while days were lived.`,
        lines: [
          { name: 'the command', figure: `${seconds.toFixed(1)} s`, goal: `< ${goal} s`, met: seconds < goal },
          { name: 'days lived', figure: `${state.seconds.toFixed(1)} s` },
          ...(before === undefined || after === undefined
            ? []
            : [{ name: 'processor time, server, database and driver', figure: `${(after - before).toFixed(1)} s` }]),
          {
            name: 'what must hold and does not',
            figure: String(written.holds ? state.unexpected.length : 'some'),
            goal: '0',
            met: written.holds && state.unexpected.length === 0,
          },
        ],
      },
      {
        title: 'Server time by route, in that trial',
        about: `The ${shown} routes asked most.`,
        lines: written.times
          .toSorted((a, b) => b.count - a.count)
          .slice(0, shown)
          .map(({ route, count, p50, p95, most }) => ({
            name: `${route.replace('/api/studies/:study', '')} (${number(count)})`,
            figure: `${p50.toFixed(1)} ms`,
            spread: `p95 ${p95.toFixed(1)} ms, longest ${most.toFixed(0)} ms`,
          })),
      },
    ]
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** User and system time of this process and of all that it started and that ended, as Linux tells it. */
function processorSeconds(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
    // utime, stime, cutime and cstime, in hundredths of a second
    return fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0) / 100
  } catch {
    return undefined
  }
}
