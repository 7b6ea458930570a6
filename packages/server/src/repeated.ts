export interface Repeated {
  /** Resolves when what is under way has ended; nothing begins anew. */
  stop(): Promise<void>
}

/** Does the work every so many milliseconds, never twice at once. It does not keep the process alive. */
export function repeated(every: number, work: () => Promise<unknown>, failed: (error: unknown) => void): Repeated {
  let running: Promise<unknown> | undefined
  const timer = setInterval(() => {
    running ??= work()
      .catch(failed)
      .finally(() => (running = undefined))
  }, every)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
