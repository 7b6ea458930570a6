import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Participant } from '../participant.ts'
import { expectRefused } from '../refused.ts'
import { openedTrial, treated, type Trial } from '../trial.ts'

/* Everybody is infused on 16 March; the days that follow are walked through once, in order. */

describe('after the first infusion', () => {
  let trial: Trial
  let feverish: Participant
  let stopped: Participant
  let withdrawn: Participant
  let hurried: Participant
  let held: Participant
  beforeAll(async () => {
    trial = await openedTrial()
    feverish = await treated(trial)
    stopped = await treated(trial)
    withdrawn = await treated(trial)
    hurried = await treated(trial)
    held = await treated(trial)
  })
  afterAll(() => trial[Symbol.asyncDispose]())

  test('P11-10 given day 14 has not come, when a later infusion is asked for, then the order is kept', async () => {
    await expectRefused(trial, () => hurried.request('day14'), 'visitNotRecorded')
    await expectRefused(trial, () => hurried.visit('day42', { reason: 'For tidlig' }), 'earlierInfusionOpen', {
      says: 'Dag 14',
    })
    await expectRefused(trial, () => hurried.miss('day14', 'Ferie'), 'missedTooEarly', { says: '27.03.2026' })
    await expectRefused(trial, () => hurried.visit('day14'), 'beforeEarlierVisit', { says: '16.03.2026' })
  })

  test('R3-25 given ten days since the last infusion, when the next is asked for, then the earliest day is told', async () => {
    await trial.wait(10)
    await expectRefused(trial, () => hurried.visit('day14'), 'visitOutsideWindow', { says: '27.03.2026' })
    await hurried.visit('day14', { reason: 'Reiser bort' })
    await hurried.fill('vitals', { temperature: 36.8, weight: 75 }, { encounter: 'day14' })
    await expectRefused(trial, () => hurried.request('day14'), 'tooSoon', { says: '27.03.2026' })
  })

  test('R3-25 given day 14, when there is fever or an investigator’s hold, then no infusion is asked for', async () => {
    await trial.wait(4)
    expect(await trial.today()).toBe('2026-03-30')
    await feverish.attend('day14', { vitals: { temperature: 38.2 } })
    const refusal = await expectRefused(trial, () => feverish.request('day14'), 'holdRuleApplies', {
      says: 'Temperature of 38.0',
    })
    expect(refusal.reason.nb).toBe('Ingen infusjon nå: Temperatur på 38,0 °C eller mer')
    await expectRefused(trial, () => feverish.request('day14'), 'continuingCriterionFails', { says: 'EX01' })

    await held.attend('day14')
    await held.hold('Venter på prøvesvar')
    await expectRefused(trial, () => held.request('day14'), 'treatmentHeld')
    await expectRefused(trial, () => held.hold('En gang til'), 'treatmentHeld')
    await held.release('Prøvesvaret er normalt')
    await expectRefused(trial, () => held.release('En gang til'), 'treatmentNotHeld')
    await held.infuse('day14')
  })

  test('R3-25 given treatment stopped for good, when an infusion is asked for, then none is; follow-up goes on', async () => {
    await stopped.stop('Deltakeren ønsker det', 'wish')
    await stopped.attend('day14')
    await expectRefused(trial, () => stopped.request('day14'), 'treatmentStopped')
    await expectRefused(trial, () => stopped.prepare('day14'), 'treatmentStopped')
    await expectRefused(trial, () => stopped.stop('En gang til'), 'treatmentStopped')
    await expectRefused(trial, () => stopped.hold('Vent'), 'treatmentStopped')
    expect((await stopped.page('coordinator')).status).toMatch(/treatmentStopped|inFollowUp/)
  })

  test('GD-07 given consent withdrawn for treatment, then for everything, when data or an infusion are asked for, then only safety is recorded', async () => {
    await withdrawn.withdraw('treatment', 'Vil ikke mer')
    await withdrawn.attend('day14')
    await expectRefused(trial, () => withdrawn.request('day14'), 'consentWithdrawnForTreatment')
    await expectRefused(trial, () => withdrawn.withdraw('treatment'), 'consentWithdrawnForTreatment')
    await withdrawn.withdraw('everything')
    for (const step of [
      () => withdrawn.visit('day154', { reason: 'Kom likevel' }),
      () => withdrawn.fill('adverseEventsAsked', { any: 'none' }, { encounter: 'day42' }),
      () => withdrawn.request('day14'),
      () => withdrawn.consent(),
      () => withdrawn.withdraw('everything'),
    ])
      await expectRefused(trial, step, 'consentWithdrawn')
    const reaction = {
      encounter: 'day0',
      day: '2026-03-20',
      time: '08:00',
      grade: 2,
      signs: 'Utslett',
      action: 'Salve',
    }
    await withdrawn.command('nurse', 'record-reaction', reaction)
    expect((await withdrawn.page('coordinator')).status).toBe('withdrawn')
  })

  test('given a visit missed, when it is infused, then it is refused, and the next infusion keeps its planned day', async () => {
    await trial.wait(28)
    expect(await trial.today()).toBe('2026-04-27')
    await hurried.attend('day42')
    await hurried.infuse('day42')
    await expectRefused(trial, () => hurried.request('day14'), 'visitNotToday')
    await expectRefused(trial, () => hurried.visit('day14', { reason: 'Etterpå' }), 'afterLaterVisit')
    await feverish.miss('hcgMonth1', 'Svarte ikke')
    await expectRefused(trial, () => feverish.miss('hcgMonth1', 'Svarte ikke'), 'alreadyMissed')
    await expectRefused(
      trial,
      () => feverish.fill('pregnancyReport', { hcg: 'negative' }, { encounter: 'hcgMonth1' }),
      'visitMissed',
    )
  })
})
