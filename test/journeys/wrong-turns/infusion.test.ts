import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectRefused } from '../refused.ts'
import { openedTrial, randomised, treated, type Trial } from '../trial.ts'

describe('on day 0', () => {
  let trial: Trial
  beforeAll(async () => {
    trial = await openedTrial()
  })
  afterAll(() => trial[Symbol.asyncDispose]())

  test('P11-10 given no preparation, when the infusion is started or handed over, then each step asks for the one before it', async () => {
    const participant = await randomised(trial)
    await expectRefused(trial, () => participant.request('day0'), 'visitNotRecorded')
    await expectRefused(trial, () => participant.prepare('day0'), 'notRequested')
    await participant.visit('day0')
    await expectRefused(trial, () => participant.request('day0'), 'holdRuleUndecided', { says: 'Temperature of 38.0' })
    await participant.fill('vitals', { temperature: 36.8, weight: 75 }, { encounter: 'day0' })
    await participant.fill('safetyEvaluation', { infection: 'no', antibiotic: 'no' }, { encounter: 'day0' })
    await participant.fill('whatIsNew', { medicines: 'nothing', vaccines: 'nothing' }, { encounter: 'day0' })
    await expectRefused(trial, () => participant.start('day0', 'ABCDEFGH-1'), 'notRequested')
    await expectRefused(trial, () => participant.prepare('day0'), 'notRequested')
    await participant.request('day0')
    await expectRefused(trial, () => participant.request('day0'), 'alreadyRequested')
    await expectRefused(trial, () => participant.start('day0', 'ABCDEFGH-1'), 'infusionNotReady')
    await expectRefused(trial, () => participant.handOver('day0'), 'notPrepared')
    await participant.prepare('day0')
    await expectRefused(trial, () => participant.prepare('day0'), 'alreadyPrepared')
    await expectRefused(trial, () => participant.start('day0', 'ABCDEFGH-1'), 'infusionNotReady')
    await participant.handOver('day0')
    await expectRefused(trial, () => participant.handOver('day0'), 'alreadyHandedOver')
    await expectRefused(trial, () => participant.end('day0'), 'infusionNotStarted')
    await participant.start('day0')
    await expectRefused(trial, () => participant.start('day0'), 'alreadyGiven')
    await participant.end('day0')
    await expectRefused(trial, () => participant.end('day0'), 'infusionEnded')
    await expectRefused(trial, () => participant.request('day0'), 'alreadyGiven')
  })

  test('given no participant was randomised, when an infusion is asked for, then it is refused', async () => {
    const participant = await trial.register()
    await participant.consent()
    await expectRefused(trial, () => participant.request('day0'), 'notRandomised')
    await expectRefused(trial, () => participant.hold('Vent'), 'notRandomised')
  })

  test('given the pharmacist opens too few or too many vials, when recorded, then it is refused', async () => {
    const participant = await randomised(trial)
    await participant.attend('day0')
    await participant.request('day0')
    const prepare = (instead: object) => () => participant.prepare('day0', instead)
    const { vials } = await participant.pharmacy('day0')
    await expectRefused(trial, prepare({ vialsOpened: vials + 1 }), 'vialsNeedReason', { field: 'reason' })
    if (vials > 0) await expectRefused(trial, prepare({ vialsOpened: vials - 1 }), 'vialsTooFew', { says: `${vials}` })
  })

  test('R3-25 given a wrong label, when the infusion is started, then a slip and another bag are told apart', async () => {
    const [participant, other] = [await randomised(trial), await randomised(trial)]
    for (const each of [participant, other]) {
      await each.attend('day0')
      await each.request('day0')
      await each.prepare('day0')
      await each.handOver('day0')
    }
    const label = await participant.label('day0')
    const slip = label.replace(/.$/, (last) => (last === '7' ? '8' : '7'))
    await expectRefused(trial, () => participant.start('day0', slip), 'labelMistyped', { field: 'label' })
    await expectRefused(trial, () => participant.start('day0', 'K7Q2'), 'labelMistyped')
    const foreign = await other.label('day0')
    expect(foreign).not.toBe(label)
    await expectRefused(trial, () => participant.start('day0', foreign), 'labelNotThisInfusion')
    await expectRefused(trial, () => participant.start('day0', label, '23:59'), 'timeInFuture', { field: 'time' })
    await participant.start('day0', label.toLowerCase().replace('-', ' '))
    await expectRefused(trial, () => participant.end('day0', '250', '10:59'), 'timeBackwards', { says: '11:00' })
    await expectRefused(trial, () => participant.end('day0', '251'), 'numberOutOfRange', { field: 'volumeGiven' })
    await expectRefused(trial, () => participant.end('day0', '100'), 'volumeNeedsReason', { field: 'reason' })
  })

  test('R3-25 given an exclusion found on day 0, when the infusion is asked for, then the criterion is named and none is given', async () => {
    const participant = await randomised(trial)
    await participant.attend('day0', { laboratory: { alat: 60 } })
    await expectRefused(trial, () => participant.request('day0'), 'notEligible', { says: 'EX18' })
    const pregnant = await randomised(trial)
    await pregnant.attend('day0', { contraception: { pregnant: 'yes' } })
    await expectRefused(trial, () => pregnant.request('day0'), 'stopRuleApplies', { says: 'Pregnancy' })
  })

  test.each([
    ['fever', { vitals: { temperature: 38 } }, 'holdRuleApplies', 'Temperature of 38.0'],
    ['an antibiotic', { safetyEvaluation: { antibiotic: 'yes' } }, 'holdRuleApplies', 'Treatment with an antibiotic'],
    [
      'an unmeasured temperature',
      { vitals: { temperature: { absent: 'notDone' } } },
      'holdRuleUndecided',
      'Temperature of 38.0',
    ],
    ['a wish to stop', { safetyEvaluation: { wishesToStop: 'yes' } }, 'stopRuleApplies', 'ishes'],
  ] as const)(
    'R3-25 given %s on day 0, when the infusion is asked for, then it waits',
    async (_, instead, code, says) => {
      const participant = await randomised(trial)
      await participant.attend('day0', instead)
      await expectRefused(trial, () => participant.request('day0'), code, { says })
    },
  )

  test('given a bag ready and then a fever, when the infusion is started, then it is held in the last minute too', async () => {
    const participant = await randomised(trial)
    await participant.attend('day0')
    await participant.request('day0')
    await participant.prepare('day0')
    await participant.handOver('day0')
    const correction = { encounter: 'day0', reasons: { temperature: 'Målt på nytt' } }
    await participant.fill('vitals', { temperature: 38.4 }, correction)
    await expectRefused(trial, () => participant.start('day0'), 'holdRuleApplies', { says: 'Temperature of 38.0' })
    await expectRefused(trial, () => participant.start('day0'), 'notEligible', { says: 'EX01' })
  })

  test('R3-25 given a reaction of grade 3, when it is recorded, then treatment has stopped and cannot go on', async () => {
    const participant = await randomised(trial)
    await participant.attend('day0')
    await participant.request('day0')
    await participant.prepare('day0')
    await participant.handOver('day0')
    await participant.start('day0')
    const grave = { encounter: 'day0', time: '11:20', grade: 3, signs: 'Blodtrykksfall', action: 'Avbrutt, væske' }
    await participant.command('nurse', 'interrupt-infusion', {
      encounter: 'day0',
      time: '11:20',
      reason: 'Blodtrykksfall',
    })
    await participant.command('nurse', 'record-reaction', grave)
    expect((await participant.page('nurse')).status).toBe('treatmentStopped')
    const resume = { encounter: 'day0', time: '11:30', reason: 'Bedre' }
    await expectRefused(trial, () => participant.command('nurse', 'resume-infusion', resume), 'treatmentStopped')
    await expectRefused(trial, () => participant.stop('Reaksjon'), 'treatmentStopped')
  })

  test('given the next day, when yesterday’s request is answered, then it has lapsed', async () => {
    const participant = await randomised(trial)
    await participant.attend('day0')
    await participant.request('day0')
    await participant.prepare('day0')
    await trial.wait(1)
    await expectRefused(trial, () => participant.handOver('day0'), 'requestExpired')
    await expectRefused(trial, () => participant.request('day0'), 'visitNotToday', { says: '16.03.2026' })
    const again = await treated(trial)
    expect((await again.page('nurse')).status).toBe('onTreatment')
  })
})
