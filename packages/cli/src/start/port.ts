import { createServer } from 'node:net'
import { Stop } from '../stop.ts'

/** Fails early, and in a sentence, when the address cannot be listened at. */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

export function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Stop {
  if (error.code === 'EADDRINUSE')
    return new Stop(
      `Port ${port} is in use by another program; stop that one, or choose another port with --port ${port + 1}.`,
    )
  if (error.code === 'EACCES')
    return new Stop(`This user may not listen at port ${port}; choose one above 1023, such as --port 4000.`)
  return new Stop(`The address ${host}:${port} cannot be listened at (${error.code ?? error.message}); choose another.`)
}
