import type { Progress } from '@trialwright/simulation'

const width = 24

/** One line that is written over: how far, how many, how fast. On a terminal only. */
export function progressLine(
  { today, randomised, over, commands, seconds, share }: Progress,
  participants: number,
): void {
  if (!process.stderr.isTTY) return
  const full = Math.round(share * width)
  const bar = '█'.repeat(full) + '░'.repeat(width - full)
  const speed = Math.round(commands / Math.max(seconds, 0.001))
  const line = `${bar} ${Math.round(share * 100)} %  ${today}  ${randomised} of ${participants} randomised, ${over} done  ${speed} commands/s  ${Math.round(seconds)} s`
  process.stderr.write(`\r${line}\u001B[K`)
}
