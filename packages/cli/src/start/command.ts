import { start } from './start.ts'
import { startHelp, startOptions } from './options.ts'

/** Runs until it is asked to stop; a second Ctrl-C does not wait. */
export async function startCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(startHelp)
    return 0
  }
  const began = performance.now()
  const say = (line: string) => console.log(line)
  const options = startOptions(args, process.env)
  const running = await start(options, say)
  say(
    `\nTrialwright is at ${running.address} (${options.mode} mode, ${((performance.now() - began) / 1000).toFixed(1)} s). Ctrl-C stops it.\n`,
  )
  running.invented.then(
    (count) => count > 0 && say(`${count} invented participants are in the demo.`),
    (error: unknown) =>
      stopping || say(`The demo's participants could not all be invented: ${(error as Error).message}`),
  )
  let stopping = false
  return new Promise((resolve) => {
    const end = () => {
      stopping = true
      say('\nStopping …')
      running.stop().then(
        () => resolve(0),
        (error: unknown) => {
          console.error(error)
          resolve(1)
        },
      )
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => (stopping ? process.exit(1) : end()))
    // Started through an older Node: when that one is gone, whatever ended it, so is the server.
    if (process.connected) process.once('disconnect', () => stopping || end())
    process.channel?.unref()
  })
}
