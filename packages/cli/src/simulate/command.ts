import { beginServer } from './begin.ts'
import { simulateHelp, simulateOptions } from './options.ts'
import { progressLine, trialsLine } from './progress.ts'

/** Exit code 1 when something that must hold does not. */
export async function simulateCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(simulateHelp)
    return 0
  }
  const options = simulateOptions(args)
  const begun = beginServer(options)
  // Loaded while the server starts.
  if (options.trials !== undefined) {
    const { simulateTrials } = await import('./trials/trials.ts')
    const watching = { progress: progressLine }
    const { text, page, holds } = await simulateTrials({ ...options, trials: options.trials }, trialsLine, watching)
    if (process.stderr.isTTY) process.stderr.write('\n')
    console.log(`${text}\n\n${page}`)
    return holds ? 0 : 1
  }
  const { simulate } = await import('./simulate.ts')
  const { address, written } = await simulate(options, { progress: progressLine }, begun)
  if (process.stderr.isTTY) process.stderr.write('\n')
  if (!written) {
    console.log(
      `The trial is lived to its end at ${address}; its pages show it. A report is written of a server of its own.`,
    )
    return 0
  }
  console.log(`${written.text}\n\n${written.page}`)
  return written.holds ? 0 : 1
}
