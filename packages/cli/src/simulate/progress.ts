import type { Progress } from '@trialwright/simulation'
import type { TrialsProgress } from './trials/run.ts'

const width = 24

/** One line that is written over: how far, how many, how fast. On a terminal only. */
export function progressLine(
  { today, randomised, over, commands, seconds, share }: Progress,
  participants: number,
): void {
  const speed = Math.round(commands / Math.max(seconds, 0.001))
  const line = `${today}  ${randomised} of ${participants} randomised, ${over} done  ${speed} commands/s  ${Math.round(seconds)} s`
  write(share, line)
}

export function trialsLine({ done, of, perSecond }: TrialsProgress): void {
  const left = Math.round((of - done) / Math.max(perSecond, 1e-6))
  write(done / of, `${done} of ${of} trials  ${perSecond.toFixed(1)} a second  ${left} s to go`)
}

function write(share: number, line: string): void {
  if (!process.stderr.isTTY) return
  const full = Math.round(share * width)
  const bar = '█'.repeat(full) + '░'.repeat(width - full)
  process.stderr.write(`\r${bar} ${Math.round(share * 100)} %  ${line}\u001B[K`)
}
