import { randomUUID } from 'node:crypto'
import { allRoles, isBlinded, roles, type Role } from '@trialwright/conduct'
import {
  createAccount,
  createSession,
  type EnvelopeFile,
  findAllocation,
  grantRole,
  loadSealed,
  openEnvelope,
  proofOf,
  secretFrom,
} from '@trialwright/records'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, openStudy, participant, randomised, register } from './testing/steps.ts'
import { compiled, openTrial, password, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let code: string
let other: string
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  code = await randomised(trial)
  other = await randomised(trial)
}, 60_000)
afterAll(() => trial[Symbol.asyncDispose]())

const armOf = async (of: string) => (await findAllocation(trial.pools.unblinded, compiled.id, of))!.arm
const why = { reason: 'emergencyCare', note: 'Sepsis; treatment depends on it' } as const
const codesOf = (answer: { readonly body: { readonly refusals: readonly { readonly code: string }[] } }) =>
  answer.body.refusals.map((one) => one.code)
const sealed = async (of: string) =>
  (await loadSealed(trial.pools.unblinded, compiled.id, [`unblinded/${of}`])).get(`unblinded/${of}`)!.events

/** Everything blinded people's data hold of the arms' names, but the public definition. */
const blindedBytes = () =>
  connectedTo(trial.adminUrl, async (client) => {
    const texts = await client.query(
      `select record as text from record.event where stream_id <> 'definition' union all select document::text from record.read_model
       union all select payload::text from record.outbox union all select response from record.idempotency`,
    )
    return texts.rows.map(({ text }) => String(text)).join('\n')
  })

describe('R9 the emergency code break', () => {
  test('given a wrong password, another site, another role, no reason or nobody randomised, then nothing is told', async () => {
    const before = await sealed(code)
    const investigator = await trial.as('investigator', 'north')
    const path = participant(code, '/break-code')
    expect(codesOf(await investigator.post(path, { ...why, password: 'wrong' }))).toEqual(['passwordWrong'])
    expect((await investigator.post(path, { ...why, note: '', password })).status).toBe(400)
    expect(codesOf(await investigator.post(path, { ...why, note: '  ', password }))).toEqual(['textMissing'])
    expect((await investigator.post(path, { reason: 'curious', note: 'x', password })).status).toBe(400)
    const south = await trial.as('investigator', 'south')
    expect(await south.post(path, { ...why, password })).toMatchObject({ status: 403 })
    for (const role of ['coordinator', 'nurse', 'monitor', 'unblindedPharmacist', 'safetyOfficer'] as const)
      expect(await (await trial.as(role)).post(path, { ...why, password })).toMatchObject({ status: 403 })
    const registered = await register(trial)
    const early = await investigator.post(participant(registered, '/break-code'), { ...why, password })
    expect(codesOf(early)).toEqual(['notRandomised'])
    expect(await sealed(code)).toEqual(before)
  })

  test('EMA-21 R3-02 R3-03 given the investigator, when the code is broken, then that person alone is told, at once, and the sponsor learns who, when and why', async () => {
    const investigator = await trial.as('investigator', 'north')
    const key = randomUUID()
    const body = { ...why, password }
    const answer = await investigator.post(participant(code, '/break-code'), body, key)
    const arm = await armOf(code)
    expect(answer).toMatchObject({ status: 201, body: { ok: true, arm: { id: arm } } })
    expect(answer.headers['cache-control']).toBe('no-store')
    // The answer was lost on its way: the same request is told again, and nothing more is recorded.
    const repeated = await investigator.post(participant(code, '/break-code'), body, key)
    expect(repeated).toMatchObject({ status: 200, body: answer.body })
    expect((await sealed(code)).filter(({ type }) => type === 'CodeBroken')).toMatchObject([
      { arm, reason: why.reason },
    ])

    const page = (await (await trial.as('coordinator', 'north')).get(participant(code))).body
    expect(page.unblinding.codeBreaks).toMatchObject([{ reason: why.reason, source: 'server' }])
    expect(page.treatment.stopped).toMatchObject({ rule: 'unblinded' })
    const register = (await (await trial.as('monitor')).get(`${study}/unblinding`)).body
    expect(register.rows).toMatchObject([{ code, kind: 'codeBreak', who: 'investigator north', why: why.reason }])
    expect(register.mustStayBlind).toEqual(
      expect.arrayContaining(['coordinator', 'investigator', 'monitor', 'statistician', 'participant']),
    )
    expect(register.mustStayBlind).not.toContain('unblindedPharmacist')
    const outbox = await trial.pools.blinded.read<{ kind: string; payload: object }>(
      'select kind, payload from record.outbox',
    )
    expect(outbox).toMatchObject([{ kind: 'codeBroken', payload: { to: 'sponsor', code, who: 'investigator north' } }])
    const bytes = await blindedBytes()
    for (const { id, title } of compiled.arms)
      for (const name of [id, title.en, title.nb]) expect(bytes).not.toContain(name)
  })

  test('RND-06 given one broken code, then no other participant’s arm was told, and a second person’s break is an event of its own', async () => {
    expect((await sealed(other)).some(({ type }) => type === 'CodeBroken')).toBe(false)
    const everywhere = await trial.as('investigator')
    done(await everywhere.post(participant(code, '/break-code'), { ...why, reason: 'other', password }))
    expect((await sealed(code)).filter(({ type }) => type === 'CodeBroken')).toHaveLength(2)
  })
})

describe('R9 R3-27 envelopes', () => {
  test('given a site, when its secret is drawn and envelopes made, then each opens with both halves, alone, and the opening is reconciled once', async () => {
    const officer = await trial.as('randomisationOfficer')
    const make = () => officer.post(`${study}/envelopes/make`, { site: 'north' })
    expect(codesOf(await make())).toEqual(['noEnvelopeSecret'])
    expect(codesOf(await officer.post(`${study}/envelopes/draw-secret`, { site: 'moon', password }))).toEqual([
      'siteUnknown',
    ])
    const key = randomUUID()
    const asked = { site: 'north', password }
    const drawn = await officer.post(`${study}/envelopes/draw-secret`, asked, key)
    expect(drawn.status).toBe(201)
    expect((await officer.post(`${study}/envelopes/draw-secret`, asked, key)).body).toEqual(drawn.body)
    const secret = secretFrom(drawn.body.shares)!
    expect(secretFrom([drawn.body.secret])).toEqual(secret)
    expect(await blindedBytes()).not.toContain(secret.toString('hex'))

    const { file } = (await make()).body as { readonly file: EnvelopeFile }
    expect(file.envelopes.map((one) => one.participant)).toEqual([code, other])
    expect(new Set(file.envelopes.map((one) => one.sealed.length)).size).toBe(1)
    for (const one of file.envelopes) {
      const place = { study: file.study, site: file.site, participant: one.participant }
      expect(openEnvelope(secret, place, one.sealed)).toBe(await armOf(one.participant))
    }
    expect((await officer.get(`${study}/envelopes`)).body.sites).toMatchObject([
      { site: 'north', randomised: 2, made: { count: 2 } },
      { site: 'south', randomised: 0 },
    ])

    const opening = {
      format: 'trialwright-envelope-opening' as const,
      version: 1 as const,
      study: file.study,
      site: file.site,
      secretId: file.secretId,
      id: 'ab'.repeat(16),
      participant: other,
      by: 'Dr Night',
      at: '2026-03-02T03:00:00+01:00',
      ...why,
    }
    const record = { ...opening, proof: proofOf(secret, opening) }
    const reconcile = (of: string, given: object) =>
      officer.post(`${study}/envelopes/${of}/reconcile`, { opening: given })
    expect(codesOf(await reconcile(other, { ...record, note: 'another reason' }))).toEqual(['openingNotProven'])
    expect(codesOf(await reconcile(code, record))).toEqual(['openingOfAnother'])
    const reconciled = await reconcile(other, record)
    expect(reconciled).toMatchObject({ status: 201 })
    expect(JSON.stringify(reconciled.body)).not.toContain('arm')
    expect(codesOf(await reconcile(other, record))).toEqual(['openingReconciled'])
    expect((await sealed(other)).at(-1)).toMatchObject({
      type: 'CodeBroken',
      source: 'envelope',
      arm: await armOf(other),
    })
    const page = (await (await trial.as('nurse', 'north')).get(participant(other))).body
    expect(page.unblinding.codeBreaks).toMatchObject([{ source: 'envelope', opened: { by: 'Dr Night' } }])
  })
})

describe('what blinded people do not see', () => {
  test('R3-12 given an accident, when it is recorded, then register and sponsor know, and words that name an arm are refused', async () => {
    const coordinator = await trial.as('coordinator', 'north')
    const said = {
      learner: 'siteStaff',
      who: 'nurse',
      day: '2026-03-02',
      how: 'seen',
      assessment: 'none',
      actions: 'none',
    }
    const path = participant(code, '/record-accidental-unblinding')
    const [arm] = compiled.arms
    expect(codesOf(await coordinator.post(path, { ...said, how: `heard ${arm!.title.en}` }))).toEqual(['armNamed'])
    done(await coordinator.post(path, said))
    const { rows } = (await (await trial.as('inspector')).get(`${study}/unblinding`)).body
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'accidental', who: 'nurse', why: 'siteStaff' }))
  })

  test('given the safety officer, when an arm is needed for a report, then it is told and no blinded page changes', async () => {
    const monitor = await trial.as('monitor')
    const seen = async () => [
      (await monitor.get(participant(code))).body,
      (await monitor.get(participant(code, '/history'))).body,
      (await monitor.get(`${study}/unblinding`)).body,
    ]
    const before = await seen()
    const officer = await trial.as('safetyOfficer')
    const path = `${study}/unblinded-results/${code}/unblind-for-safety`
    expect(codesOf(await officer.post(path, { note: 'SUSAR 4', password: 'wrong' }))).toEqual(['passwordWrong'])
    expect(await officer.post(path, { note: 'SUSAR 4', password })).toMatchObject({
      body: { arm: { id: await armOf(code) } },
    })
    expect(await seen()).toEqual(before)
    expect((await sealed(code)).at(-1)).toMatchObject({ type: 'SafetyUnblinded', note: 'SUSAR 4' })
  })
})

describe('B10 R3-28 one person, one side of the blind', () => {
  const held = Object.keys(roles) as readonly Role[]

  test.each(held.filter((role) => role !== 'administrator'))(
    'given somebody who is %s, when a role on the other side is to be given, then it is refused and its routes stay closed',
    async (role) => {
      const login = `both.${role}`
      const account = { login, printedName: login, passwordHash: 'x', locale: 'en', demo: true }
      const made = await createAccount(trial.pools.access, account, 'test')
      if (made.result !== 'created') throw new Error(login)
      const give = (given: Role) =>
        grantRole(
          trial.pools.access,
          { accountId: made.accountId, studyId: compiled.id, role: given, site: null },
          'test',
        )
      expect(await give(role)).toMatchObject({ result: 'granted' })
      const across = allRoles.filter((one) => one !== 'administrator' && isBlinded(one) !== isBlinded(role))
      for (const one of across) expect(await give(one)).toMatchObject({ result: 'otherBlindness' })
      const person = trial.with(await createSession(trial.pools.access, made.accountId))
      const { grants } = (await person.get('/api/me')).body
      expect(grants).toEqual([{ study: compiled.id, role, blinded: isBlinded(role), site: null }])
      const closed = isBlinded(role) ? `${study}/unblinded-results` : `${study}/participants`
      expect((await person.get(closed)).status).toBe(403)
    },
  )
})

describe('the lists of the unblinded side', () => {
  test('given participants, when a part of a code is searched for, then those alone are listed', async () => {
    const pharmacist = await trial.as('unblindedPharmacist', 'north')
    const codesIn = async (path: string) => {
      const { status, body } = await pharmacist.get(`${study}/${path}`)
      expect(status).toBe(200)
      return [...new Set((body.rows as readonly { code: string }[]).map((row) => row.code))]
    }
    expect(await codesIn('pharmacy')).toEqual([code, other])
    expect(await codesIn(`pharmacy?q=${code.toLowerCase()}`)).toEqual([code])
    expect((await pharmacist.get(`${study}/pharmacy?q=nobody`)).body).toEqual({ rows: [], more: 0 })
    expect(await codesIn(`unblinded-results?q=${code}&after=${code}`)).toEqual([])
  })
})

describe('B11 the end of the blind', () => {
  test('R3-07 given the lock and two signatures of two people, then arms are read, and not one step earlier', async () => {
    const [manager, statistician, officer] = await Promise.all([
      trial.as('dataManager'),
      trial.as('statistician'),
      trial.as('randomisationOfficer'),
    ])
    const arms = () => statistician.get(`${study}/unblinding/allocations`)
    const still = async () =>
      expect(await arms()).toMatchObject({ status: 403, body: { refusals: [{ code: 'stillBlind' }] } })
    const note = 'as planned'
    await still()
    expect(codesOf(await statistician.post(`${study}/unblinding/propose`, { note, ...statistician.signing }))).toEqual([
      'databaseNotLocked',
    ])
    expect(
      codesOf(
        await manager.post(`${study}/unblinding/lock-database`, {
          note,
          override: note,
          ...manager.signing,
          password: 'wrong',
        }),
      ),
    ).toEqual(['passwordWrong'])
    done(await manager.post(`${study}/unblinding/lock-database`, { note, override: note, ...manager.signing }))
    await still()
    const edit = { encounter: 'screening', day: '2026-03-02' }
    const nurse = await trial.as('nurse', 'north')
    expect(codesOf(await nurse.post(participant(code, '/record-visit'), edit))).toEqual(['databaseLocked'])
    done(await statistician.post(`${study}/unblinding/propose`, { note, ...statistician.signing }))
    await still()
    expect(codesOf(await statistician.post(`${study}/unblinding/confirm`, statistician.signing))).toEqual([
      'secondSignatureIsFirst',
    ])
    await still()
    done(await officer.post(`${study}/unblinding/confirm`, officer.signing))
    const opened = await arms()
    expect(opened.body.rows).toEqual([
      { participant: code, stratum: expect.any(String), arm: await armOf(code) },
      { participant: other, stratum: expect.any(String), arm: await armOf(other) },
    ])
    const register = (await manager.get(`${study}/unblinding`)).body
    expect(register).toMatchObject({
      locked: { by: { role: 'dataManager' } },
      proposed: { by: { role: 'statistician' } },
      unblinded: { by: { role: 'randomisationOfficer' } },
      mustStayBlind: [],
    })
    expect((await nurse.get(`${study}/unblinding/allocations`)).status).toBe(403)
  })
})
