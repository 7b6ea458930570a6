/** The program cannot go on, and the person who started it can do something about it: one sentence, exit code 1. */
export class Stop extends Error {
  override readonly name = 'Stop'
}
