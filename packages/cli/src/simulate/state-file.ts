import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  type Asked,
  type Course,
  type Journal,
  type JournalLine,
  otherRun,
  type RunState,
} from '@trialwright/simulation'
import { Stop } from '../stop.ts'
import { stateFile } from './folder.ts'

/** The run kept in a folder, if it is to go on; undefined where one begins. */
export function keptState(out: string, resume: boolean, asked: Asked): RunState | undefined {
  const file = stateFile(out)
  if (!existsSync(file)) {
    if (resume) throw new Stop(`There is no run to go on with in ${out}; leave out --resume to begin one.`)
    return undefined
  }
  if (!resume)
    throw new Stop(`${out} holds a run already; go on with it by --resume, or choose another folder with --out.`)
  const state = JSON.parse(readFileSync(file, 'utf8')) as RunState
  const other = otherRun(state, asked)
  if (other !== undefined) throw new Stop(other)
  return state
}

/** Whole or not at all, so that a run that is stopped while it writes can go on; the day's journal begins anew. As the state is now. */
export async function keepState(out: string, state: RunState): Promise<void> {
  const file = stateFile(out)
  await writeFile(`${file}.new`, textOf(state))
  await rename(`${file}.new`, file)
  await writeFile(journalFile(out), '')
}

/** Of somebody about whom everything is settled nothing changes any more, and most people of a long trial are. */
const settled = new WeakMap<Course, string>()

function textOf({ courses, ...state }: RunState): string {
  const texts = courses.map((course) => {
    const text = settled.get(course) ?? JSON.stringify(course)
    if (course.closed) settled.set(course, text)
    return text
  })
  return `${JSON.stringify(state).slice(0, -1)},"courses":[${texts.join(',')}]}`
}

const journalFile = (out: string): string => path.join(out, 'today.jsonl')

/** The pages of the day that was not lived to its end. A line that was being written when the run stopped is none. */
export function journalIn(out: string): Journal {
  const file = journalFile(out)
  const lines = (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []).slice(0, -1)
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
  // Appending goes on at the file's end, also after it began anew.
  const open = openSync(file, 'a')
  return {
    kept: lines.map((line) => JSON.parse(line) as JournalLine),
    append: (page, body) => writeFileSync(open, `{"page":${JSON.stringify(page)},"body":${body}}\n`),
    close: () => closeSync(open),
  }
}

export function whereItStood(why: string, { today, courses, lived }: RunState, out: string): Stop {
  const treated = courses.filter(({ firstInfusion }) => firstInfusion !== undefined).length
  return new Stop(
    `${why}. The trial stands at the end of ${today}, after ${lived} days on which something happened: ${courses.length} registered, ${treated} treated. What the server confirmed is kept by it; ${stateFile(out)} holds the rest. Start the server again and run the same command with --resume.`,
  )
}
