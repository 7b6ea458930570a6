import type { Draws } from '@trialwright/protocol/simulation'

const sections = [
  'pain',
  'care',
  'lifting',
  'walking',
  'sitting',
  'standing',
  'sleep',
  'sexLife',
  'socialLife',
  'travel',
]

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Ten sections of 0 to 5 whose sum is half the score; each strays from the even share, and one in twenty would rather not answer one, and says so. */
export function odiAnswers(score: number, draws: Draws) {
  const points = Math.round(clamp(score, 0, 100) / 2)
  const answers = sections.map(() => Math.floor(points / sections.length))
  for (let left = points - answers.length * Math.floor(points / sections.length); left > 0; left -= 1) {
    const open = answers.flatMap((each, at) => (each < 5 && each <= points / sections.length ? [at] : []))
    answers[draws.pick(open)]! += 1
  }
  for (let turn = 0; turn < 6; turn += 1) {
    const [from, to] = [draws.whole(0, 9), draws.whole(0, 9)]
    if (from === to || answers[from]! === 0 || answers[to]! === 5) continue
    answers[from]! -= 1
    answers[to]! += 1
  }
  const passed = draws.chance(0.05)
  return Object.fromEntries(
    sections.map((section, at) => [
      section,
      passed && section === 'sexLife' ? { absent: 'refused' as const } : String(answers[at]),
    ]),
  )
}

/** Pain of 0 to 10 goes with disability; its three questions with each other. */
export function nrsAnswers(score: number, draws: Draws) {
  const usual = clamp(Math.round(draws.normal(2.6 + score / 13, 1.2)), 0, 10)
  return {
    now: clamp(usual + draws.whole(-1, 1), 0, 10),
    worst: clamp(usual + draws.whole(1, 2), 0, 10),
    usual,
  }
}

export function rmdqAnswers(score: number, draws: Draws) {
  const share = clamp(score / 85, 0.02, 0.95)
  return Object.fromEntries(
    Array.from({ length: 24 }, (_, at) => [`s${String(at + 1).padStart(2, '0')}`, draws.chance(share) ? 'yes' : 'no']),
  )
}

export function eq5dAnswers(score: number, draws: Draws) {
  const level = (middle: number) => String(clamp(Math.round(draws.normal(middle, 0.6)), 1, 5))
  return {
    mobility: level(1 + score / 30),
    selfCare: level(1 + score / 60),
    usualActivities: level(1 + score / 28),
    painDiscomfort: level(1.6 + score / 25),
    anxietyDepression: level(1 + score / 50),
    vas: clamp(Math.round(draws.normal(82 - score * 0.7, 12)), 0, 100),
  }
}

export function hsclAnswers(burden: number, draws: Draws) {
  return Object.fromEntries(
    Array.from({ length: 25 }, (_, at) => [
      `i${String(at + 1).padStart(2, '0')}`,
      String(clamp(Math.round(draws.normal(1.3 + burden * 0.5, 0.5)), 1, 4)),
    ]),
  )
}
