import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** `zombie`: killed, but its parent has not yet taken note; PostgreSQL still takes it for a running server. */
export type ProcessState = 'running' | 'zombie' | 'gone'

export function processState(pid: number): ProcessState {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'gone'
  }
  return linuxStat(pid)?.[0] === 'Z' ? 'zombie' : 'running'
}

/** When a process started, in kernel ticks: tells a process from a later one with the same number. Linux only. */
export function processStart(pid: number): string | undefined {
  return linuxStat(pid)?.[19]
}

/** Waits until no process answers to this number. Returns its last state: `gone`, or what it still was after the limit. */
export async function waitUntilGone(pid: number, limitMs: number): Promise<ProcessState> {
  const deadline = performance.now() + limitMs
  for (;;) {
    const state = processState(pid)
    if (state === 'gone' || performance.now() > deadline) return state
    await sleep(20)
  }
}

/** The fields of /proc/<pid>/stat from the third (the state) on; the second, a name in brackets, may hold anything. */
function linuxStat(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
