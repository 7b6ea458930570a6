import type { Draws, Scenario, VirtualPerson } from '@trialwright/protocol/simulation'
import { answersOf } from './answers.ts'
import { reactionOf } from './befalls.ts'
import { truthOf } from './truth.ts'

/** Share of people who never come to an encounter. */
const missing: Readonly<Record<string, number>> = { day154: 0.03, day278: 0.05, mriFollowUp: 0.06, day98: 0.015 }
const missingTest = 0.06

/** The first infusion is on the day agreed; later visits stray. */
const punctual = new Set(['screening', 'day0'])

export function person(draws: Draws, of: { readonly scenario: Scenario; readonly arrives: string }): VirtualPerson {
  const truth = truthOf(draws, of)
  const leaving = draws.of('leaves')
  const leaves = leaving.chance(0.08)
    ? {
        after: leaving.whole(3, 150),
        scope: leaving.chance(0.6) ? ('treatment' as const) : ('everything' as const),
        reason: leaving.pick(['Orker ikke flere besøk', 'Flytter', 'Ingen bedring', 'Vil ikke si hvorfor']),
      }
    : undefined
  return {
    laboratory: 'east',
    story: `${truth.sex}, ${truth.fault === 'none' ? 'could take part' : truth.fault}`,
    answers: (form, at) => answersOf(truth, draws, form, at),
    daysOff(encounter) {
      if (punctual.has(encounter)) return 0
      const own = draws.of('days off', encounter)
      // Imaging has a month from its first day.
      if (encounter === 'mriFollowUp') return own.whole(0, 32)
      return own.chance(1 / 30) ? own.whole(6, 12) : Math.round(own.normal(0, 1.5))
    },
    misses(encounter) {
      const share = encounter.startsWith('hcgMonth') ? missingTest : (missing[encounter] ?? 0)
      return draws.of('misses', encounter).chance(share) ? 'Svarte ikke på telefon eller melding' : undefined
    },
    ...(leaves && { leaves }),
    reaction: (at) => reactionOf(draws, at),
  }
}
