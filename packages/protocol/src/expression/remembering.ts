/*
 * The last result of a calculation on whole days, kept because the two ends of a known day ask for it twice. Only day
 * numbers are kept, nothing of a person's record.
 */

export function remembering(calculate: (day: number) => number): (day: number) => number {
  let lastDay = Number.NaN
  let last = Number.NaN
  return (day) => {
    if (day !== lastDay) {
      last = calculate(day)
      lastDay = day
    }
    return last
  }
}

export function rememberingTwo(calculate: (a: number, b: number) => number): (a: number, b: number) => number {
  let lastA = Number.NaN
  let lastB = Number.NaN
  let last = Number.NaN
  return (a, b) => {
    if (a !== lastA || b !== lastB) {
      last = calculate(a, b)
      lastA = a
      lastB = b
    }
    return last
  }
}
