import type { ScheduledEncounter } from '@trialwright/conduct'
import { verify } from '@trialwright/records'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { batch, brand, type Participant, productBatch, receiver } from './participant.ts'
import { compiled } from './server.ts'
import { openedTrial, type Trial } from './trial.ts'

const prepared = {
  infliximab: { dose: 375, vials: 4, concentrate: 37.5, carrier: 212.5 },
  placebo: { vials: 0, concentrate: 0, carrier: 250 },
} as const

/** The encounter planned soonest among those that still wait. */
async function next(participant: Participant): Promise<ScheduledEncounter | undefined> {
  const { schedule } = (await participant.page('coordinator')) as { schedule: readonly ScheduledEncounter[] }
  return schedule
    .filter(({ state, planned }) => ['upcoming', 'due', 'overdue'].includes(state) && planned !== undefined)
    .toSorted((a, b) => (a.planned! < b.planned! ? -1 : 1))[0]
}

const daysUntil = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

describe('one participant, from registration to the last call, through the public interface', () => {
  let trial: Trial
  let participant: Participant
  beforeAll(async () => {
    trial = await openedTrial()
  })
  afterAll(() => trial[Symbol.asyncDispose]())

  test('P11-10 R3-08 given an open trial, when a woman is registered, consents and is screened, then every criterion is met', async () => {
    participant = await trial.register()
    expect(participant.code).toMatch(/^OUS-001$/)
    await participant.consent()
    await participant.screen()
    const screening = await participant.page('investigator', '/screening')
    expect(screening.verdict).toBe('eligible')
    expect(screening.criteria).toHaveLength(34)
    expect(screening.criteria.filter((each: { standing: string }) => each.standing !== 'met')).toEqual([])
    expect(screening.toConfirm).toEqual([])
  })

  test('P11-15 given every criterion met, when the investigator signs, then name, time and meaning stand on the page', async () => {
    await participant.confirmEligibility()
    const { confirmed, toRandomise } = await participant.page('investigator', '/screening')
    const investigator = trial.server.accounts.find(({ name }) => name === 'investigator.ous')
    expect(confirmed.signature).toMatchObject({
      printedName: investigator?.printedName,
      meaning: 'confirmsEligibility',
      at: '2026-03-16T14:00:00.000Z',
    })
    expect(confirmed.outdated).toBe(false)
    expect(toRandomise).toEqual([])
  })

  test('R3-25 given the signature, when the coordinator randomises, then the pharmacy alone learns the arm', async () => {
    const answer = await participant.randomise()
    expect(answer.body).toEqual({ ok: true, version: expect.any(Number) })
    expect((await participant.page('coordinator')).status).toBe('randomised')
    await participant.attend('day0')
    await participant.request('day0')
    const page = await participant.pharmacy('day0')
    const arm = page.arm.id as keyof typeof prepared
    expect(page).toMatchObject({ code: participant.code, weight: 75, bagVolume: 250, ...prepared[arm] })
    for (const role of ['coordinator', 'nurse', 'investigator', 'monitor', 'inspector', 'administrator'] as const) {
      const answer = await (await trial.signIn(role)).ask('GET', `${trial.study}/pharmacy/${participant.code}/day0`)
      expect([role, answer.status, answer.body.refusals[0].code]).toEqual([role, 403, 'roleMissing'])
    }
  })

  test('R3-25 given the bag handed over, when the nurse reads its label, then the infusion starts, is watched and ends', async () => {
    await participant.prepare('day0')
    await participant.handOver('day0')
    await participant.start('day0')
    await participant.command('nurse', 'interrupt-infusion', { encounter: 'day0', time: '11:40', reason: 'Hodepine' })
    const reaction = { encounter: 'day0', time: '11:45', grade: 1, signs: 'Hodepine', action: 'Ventet, pause' }
    await participant.command('nurse', 'record-reaction', reaction)
    await participant.command('nurse', 'resume-infusion', { encounter: 'day0', time: '12:00', reason: 'Over' })
    await participant.end('day0')
    const { treatment, status } = await participant.page('investigator')
    expect(status).toBe('onTreatment')
    expect(treatment.infusions[0]).toMatchObject({
      status: 'ended',
      day: '2026-03-16',
      started: '11:00',
      interruptions: [{ from: '11:40', to: '12:00', reason: 'Hodepine' }],
      reactions: [{ grade: 1, signs: 'Hodepine' }],
      ended: { time: '13:00', volumeGiven: 250 },
    })
  })

  test('R3-25 given the first infusion, when the clock moves on, then every encounter comes due on its day, to the fourth infusion, day 154 and day 278', async () => {
    const came: Record<string, string> = {}
    for (let encounter = await next(participant); encounter; encounter = await next(participant)) {
      const today = await trial.today()
      const wait = daysUntil(today, encounter.planned!)
      if (wait > 0) await trial.wait(wait)
      await participant.attend(encounter.id)
      if (encounter.administers) await participant.infuse(encounter.id)
      came[encounter.id] = await trial.today()
    }
    expect(came).toMatchObject({
      day14: '2026-03-30',
      day42: '2026-04-27',
      hcgMonth2: '2026-05-16',
      day98: '2026-06-22',
      day154: '2026-08-17',
      mriFollowUp: '2026-09-16',
      hcgMonth9: '2026-12-16',
      day278: '2026-12-19',
    })
    const { treatment, status, schedule } = await participant.page('coordinator')
    expect(treatment.infusions.map(({ status }: { status: string }) => status)).toEqual(Array(4).fill('ended'))
    expect(schedule.filter(({ state }: ScheduledEncounter) => state !== 'done')).toEqual([])
    expect(schedule.flatMap(({ formsMissing }: ScheduledEncounter) => formsMissing)).toEqual([])
    expect(status).toBe('completed')
  })

  test('R3-17 given the whole course, when its history is read, then every command stands there with who and when, without what the pharmacy knows', async () => {
    const { rows } = await participant.page('monitor', '/history')
    const types = new Set(rows.map(({ type }: { type: string }) => type))
    expect([...types]).toEqual(
      expect.arrayContaining(['ParticipantRandomised', 'InfusionEnded', 'MaskedInfusionReady']),
    )
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${batch}|${brand}|${productBatch}|${receiver}|"arm"`))
  })

  test('P11-03 given the whole course and a visit beside the plan, when the casebook is taken, then every form filled in stands in it, of logs too', async () => {
    const day = await trial.today()
    await participant.command('nurse', 'record-unscheduled-visit', { day, reason: 'Svimmel', forms: ['vitals'] })
    await participant.fill('vitals', { temperature: 36.9 }, { encounter: 'unscheduled1', day })
    const medicine = async (row: object) => {
      const { version } = await participant.page('nurse', '/forms/log/medications')
      const entries = { list: { rows: [row] } }
      const of = { encounter: 'log', form: 'medications', day, expectedVersion: version }
      await participant.command('nurse', 'record-form', { ...of, entries })
    }
    await medicine({ id: 'm1', cells: { name: { typed: 'Paracetamol' } } })
    await medicine({ id: 'm1', cells: {}, removed: true, reason: 'Feil deltaker' })
    const { schedule, logs } = await participant.page('monitor')
    const filled = [...schedule, ...logs].flatMap(({ id, forms }: ScheduledEncounter) =>
      forms.filter(({ version }) => version > 0).map(({ form }) => `${id}/${form}`),
    )
    const monitor = await trial.signIn('monitor')
    const path = `${trial.study}/participants/${participant.code}/casebook-data`
    const { body, text } = await monitor.send(path, { language: 'nb' })
    const { casebook } = typeof body === 'string' ? JSON.parse(text) : body
    const printed = casebook.parts.flatMap((part: { encounter: string; forms: { form: string; items: object[] }[] }) =>
      part.forms.filter(({ items }) => items.length > 0).map(({ form }) => `${part.encounter}/${form}`),
    )
    expect(filled).toEqual(expect.arrayContaining(['unscheduled1/vitals', 'log/medications']))
    expect(printed.toSorted()).toEqual(filled.toSorted())
    // A row removed stays to be read, and says so.
    expect(text).toContain('fjernet: Paracetamol')
  })

  test('P11-01 P11-06 given the whole course, when both logs are recomputed, then every record has its leaf', async () => {
    const { problem, logs } = await verify(trial.server.adminUrl, compiled.id)
    expect(problem).toBeUndefined()
    const [open, sealed] = logs
    expect(open).toMatchObject({ log: 'open' })
    expect(open?.size).toBeGreaterThan(150)
    // The list, the allocation, a delivery and its release for each of six sites; and for each of four infusions the
    // preparation, the vials taken for it, the check and the handing over, whether vials were taken or not.
    // Beside them stands who read an unblinded page.
    const read = await connectedTo(trial.server.adminUrl, (client) =>
      client.query(`select from unblinded.event where study_id = $1 and type = 'UnblindedDataRead'`, [compiled.id]),
    )
    expect(read.rowCount).toBeGreaterThan(0)
    expect(sealed).toMatchObject({ log: 'sealed', size: 1 + 1 + 12 + 16 + (read.rowCount ?? 0) })
  })
})
