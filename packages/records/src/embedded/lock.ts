import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { EmbeddedFailure } from './failure.ts'
import { notWritable, type Place } from './folder.ts'
import { processStart, processState } from './processes.ts'

type Holder = { readonly pid: number; readonly start: string | undefined }

/**
 * Claims a data folder for this process; returns the release. A holder killed with -9 leaves its lock behind, so a lock
 * counts only while the very process that wrote it lives. Should two starts pass at once over such a leftover,
 * PostgreSQL's own lock still allows one server only.
 */
export function takeLock(place: Place): () => void {
  const holder = readHolder(place.lock)
  if (holder !== undefined && holds(holder)) {
    throw new EmbeddedFailure(
      'alreadyRunning',
      `Another Trialwright (process ${holder.pid}) is already running on the data in ${place.folder}; stop it first, or start this one with another data folder.`,
    )
  }
  const mine: Holder = { pid: process.pid, start: processStart(process.pid) }
  try {
    rmSync(place.lock, { force: true })
    writeFileSync(place.lock, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    throw notWritable(place.folder, error)
  }
  return () => rmSync(place.lock, { force: true })
}

function holds(holder: Holder): boolean {
  return processState(holder.pid) === 'running' && processStart(holder.pid) === holder.start
}

function readHolder(file: string): Holder | undefined {
  try {
    const { pid, start } = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return Number.isInteger(pid) ? { pid, start } : undefined
  } catch {
    return undefined
  }
}
