/** One way of doing the work; `run` does it once for the i-th input. */
export interface Case {
  readonly name: string
  readonly run: (i: number) => unknown
}

/** Middle, least and most of the rounds. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export interface Turn {
  readonly name: string
  /** Times a CPU second of this process, its collector included. */
  readonly rate: Spread
  /** Against the first case, round by round: 1 is as quick, 0.5 half as quick. */
  readonly ratio: Spread
}

export interface Rounds {
  readonly rounds: number
  /** Length of each case's turn. */
  readonly milliseconds: number
}

/**
 * The cases take turns, so that what else the machine does meets all of them alike; a ratio compares turns of one
 * round only. The first round warms up and is not counted.
 */
export async function takeTurns(cases: readonly Case[], { rounds, milliseconds }: Rounds): Promise<readonly Turn[]> {
  const rates: number[][] = cases.map(() => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, each] of cases.entries()) {
      const rate = await rateOf(each, milliseconds)
      if (round > 0) rates[index]?.push(rate)
    }
  }
  const base = rates[0] ?? []
  return cases.map(({ name }, index) => {
    const own = rates[index] ?? []
    return { name, rate: spreadOf(own), ratio: spreadOf(own.map((rate, round) => rate / (base[round] ?? Number.NaN))) }
  })
}

/** Kept and never read, so that no result is optimised away. */
export const sink: { last: unknown } = { last: undefined }

async function rateOf({ run }: Case, milliseconds: number): Promise<number> {
  let done = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  const end = start + milliseconds
  let now = start
  // The clock is read once a batch; batches grow until one takes about a millisecond.
  let batch = 1
  while (now < end) {
    const before = now
    for (let i = 0; i < batch; i += 1) {
      const result = run(done + i)
      sink.last = result instanceof Promise ? await result : result
    }
    done += batch
    now = performance.now()
    if (now - before < 1 && batch < 4096) batch *= 2
  }
  const { user, system } = process.cpuUsage(cpu)
  return (done * 1e6) / (user + system)
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  }
}
