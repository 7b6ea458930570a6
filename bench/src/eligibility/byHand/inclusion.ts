import { shiftDay, yearsBetween } from '@trialwright/protocol'
import type { Slots } from './slots.ts'
import { and, atLeast, beforeDay, is, NO, or, someRow, UNKNOWN, YES, type Fact, type Tri } from './threeValued.ts'

export function age(facts: readonly Fact[], { birthDate }: Slots, consent: Fact): Tri {
  const { low, high } = facts[birthDate] as Fact
  if (!Number.isFinite(low) || !Number.isFinite(consent.low)) return UNKNOWN
  const oldest = yearsBetween(low, consent.low)
  const youngest = low === high ? oldest : yearsBetween(high, consent.low)
  if (oldest < 18 || youngest > 65) return NO
  return youngest >= 18 && oldest <= 65 ? YES : UNKNOWN
}

export function pain(facts: readonly Fact[], s: Slots, today: number): Tri {
  const site = is(facts[s.mainSite] as Fact, 'lowBack')
  if (site === NO) return NO
  const days = facts[s.daysWithPain] as Fact
  const often: Tri = days.high <= 50 ? NO : days.low > 50 ? YES : UNKNOWN
  if (often === NO) return NO
  const long = beforeDay(facts[s.onset] as Fact, shiftDay(today, { value: -6, unit: 'mo' }))
  if (long === NO) return NO
  const strong = painMean(facts, s)
  return and(and(site, often), and(long, strong === YES ? YES : or(strong, odi(facts, s))))
}

function painMean(facts: readonly Fact[], s: Slots): Tri {
  const now = facts[s.painNow] as Fact
  const worst = facts[s.painWorst] as Fact
  const usual = facts[s.painUsual] as Fact
  if (now.skipped || worst.skipped || usual.skipped) return UNKNOWN
  if ((now.high + worst.high + usual.high) / 3 < 5) return NO
  return (now.low + worst.low + usual.low) / 3 >= 5 ? YES : UNKNOWN
}

function odi(facts: readonly Fact[], s: Slots): Tri {
  let sum = 0
  let answered = 0
  for (let i = 0; i < s.odi.length; i += 1) {
    const { skipped, code } = facts[s.odi[i] as number] as Fact
    if (skipped) continue
    if (code === undefined) return UNKNOWN
    sum += Number(code)
    answered += 1
  }
  if (answered < 8) return UNKNOWN
  return (100 * sum) / (5 * answered) >= 25 ? YES : NO
}

/** Columns of an endplate's row. */
const primaryType = 1
const secondaryType = 2
const height = 3

export const modic = (facts: readonly Fact[], s: Slots): Tri =>
  someRow(facts[s.endplates] as Fact, (row) => {
    const large = atLeast(row[height] as Fact, 10)
    if (large === NO) return NO
    return and(large, or(is(row[primaryType] as Fact, 'type1'), is(row[secondaryType] as Fact, 'type1')))
  })
