import { addDuration } from '@trialwright/protocol'
import type { Draws, Moment, VirtualReaction } from '@trialwright/protocol/simulation'
import type { Answers } from '../demo/answers.ts'
import { facts } from './values.ts'

const inArm = (rates: { readonly infliximab: number; readonly placebo: number }, arm: string | undefined): number =>
  arm === 'infliximab' ? rates.infliximab : rates.placebo

/** Mild, moderate and severe as 3.1 to 1.2 to 1.0 (R5). */
const grades = { 1: 3.1, 2: 1.2, 3: 1 }

export function reactionOf(draws: Draws, { encounter, arm }: Moment): VirtualReaction | undefined {
  const own = draws.of('reaction', encounter)
  if (!own.chance(inArm(facts.reactions, arm))) return undefined
  const grade = Number(own.weighted(grades)) as 1 | 2 | 3
  if (grade === 3)
    return { grade, signs: 'Blodtrykksfall, tung pust og utslett', action: 'Adrenalin og væske, lege tilkalt' }
  return { grade, signs: 'Kløe og lett rødme på begge armer', action: 'Pause og antihistamin, over etter 15 minutter' }
}

export function reactionAnswers(reaction: VirtualReaction | undefined, day: string): NonNullable<Answers['reactions']> {
  if (!reaction) return { any: 'no' }
  const { grade, signs } = reaction
  const action = grade === 3 ? 'stopped' : 'paused'
  return {
    any: 'yes',
    list: [{ timing: 'acute', date: day, time: '10:22', grade, anaphylaxis: 'no', symptoms: signs, action }],
  }
}

/** Comes with a fever or on an antibiotic, and is well again when she comes back. */
export function infectionAt(draws: Draws, { encounter, returns }: Moment): 'fever' | 'antibiotic' | undefined {
  if (returns > 0) return undefined
  const drawn = draws.of('infection', encounter).uniform()
  return drawn < 0.025 ? 'fever' : drawn < 0.035 ? 'antibiotic' : undefined
}

const mild = ['Hodepine', 'Forkjølelse', 'Kvalme', 'Tretthet', 'Svimmelhet', 'Utslett på armene']
const moderate = ['Luftveisinfeksjon', 'Urinveisinfeksjon', 'Kraftig hodepine', 'Bihulebetennelse']
const serious = ['Lungebetennelse, innlagt', 'Brystsmerter, innlagt til observasjon', 'Brudd i ankelen, operert']

/** What befell since the last visit; moderate and serious events by the published shares, spread over the visits that ask. */
export function eventsAt(draws: Draws, { encounter, day, arm }: Moment): NonNullable<Answers['adverseEvents']> {
  const own = draws.of('events', encounter)
  const each = 1 / 5
  const start = addDuration(day, { value: -own.whole(2, 12), unit: 'd' })
  const event = (description: string, severity: 'mild' | 'moderate' | 'severe', isSerious: boolean) => ({
    description,
    start,
    severity,
    serious: isSerious ? ('yes' as const) : ('no' as const),
    causality: own.pick(['unrelated', 'unrelated', 'possible'] as const),
    action: 'none' as const,
    outcome: own.pick(['recovered', 'recovered', 'recovering'] as const),
  })
  const list = [
    ...(own.chance(0.16) ? [event(own.pick(mild), 'mild', false)] : []),
    ...(own.chance(inArm(facts.moderateEvents, arm) * each) ? [event(own.pick(moderate), 'moderate', false)] : []),
    ...(own.chance(inArm(facts.seriousEvents, arm) * each) ? [event(own.pick(serious), 'severe', true)] : []),
  ]
  return { list }
}

/** mg/L after infusions of infliximab, nothing without them; antibodies in some. */
export function drugLevelAnswers(
  draws: Draws,
  { encounter, infusions, arm }: Moment,
): NonNullable<Answers['drugLevel']> {
  const own = draws.of('level', encounter)
  const level = arm === 'infliximab' && infusions > 0 ? Number(Math.exp(own.normal(2, 0.8)).toFixed(1)) : 0
  const antibodies = arm === 'infliximab' && infusions > 1 && own.chance(0.12) ? 'low' : 'none'
  return { infliximab: level, antibodies }
}
