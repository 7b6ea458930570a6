import { randomBytes } from 'node:crypto'
import { inventedApprovals } from '@trialwright/conduct'
import { type CompiledStudy, days, defineForm } from '@trialwright/protocol'
import { compileStudy, hashOf } from '@trialwright/protocol/compile'
import { pain, person, scan, smallStudy } from '@trialwright/protocol/testing'
import { loadAll, registerStudy } from '@trialwright/records'
import { expect, test } from 'vitest'
import { canonicalText } from './canonical.ts'
import { createPorts } from './create-ports.ts'
import { createServer } from './server.ts'
import { done, eligible, fill, openStudy, participant, randomised, register } from './testing/steps.ts'
import { compiled, firstDay, openTrial, personWith, study, type TestTrial } from './testing/trial.ts'

const consentAmended: CompiledStudy = {
  ...compiled,
  version: `${compiled.version}-amended`,
  consent: compiled.consent.map((each) => ({ ...each, id: `${each.id}-amended` })),
}

/** The server, started anew on the same data with the amended protocol. */
async function restarted(trial: TestTrial, amended: CompiledStudy = consentAmended) {
  const hash = hashOf(amended)
  const registered = {
    studyId: amended.id,
    mode: 'demo',
    definitionHash: hash,
    compiled: canonicalText(amended),
  } as const
  expect(await registerStudy(trial.pools.blinded, registered)).toBe('amended')
  const { pools, ports } = trial
  const studies = [{ compiled: amended, hash }]
  const milliseconds = () => Date.parse(ports.clock.now())
  const vaultKey = randomBytes(32)
  return createServer({
    ports: await createPorts({ mode: 'demo', pools, studies, log: ports.log, milliseconds, vaultKey }),
    strictAnswers: true,
  })
}

test('R3-26 given an amended protocol, when a site has not approved it, then the earlier version goes on there, and each event says under which it was decided', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const before = await register(trial, 'north')
  const amended = consentAmended
  const server = await restarted(trial)
  const at = async (role: Parameters<TestTrial['as']>[0], site?: string) =>
    personWith(server, (await trial.as(role, site)).token)
  const administrator = await at('administrator')
  const running = async () =>
    ((await administrator.get(`${study}/sites`)).body.sites as { version?: string }[]).map(({ version }) => version)
  expect(await running()).toEqual([compiled.version, compiled.version])

  for (const approval of inventedApprovals(amended, 'south', firstDay).filter((one) => one.approval !== 'contract'))
    done(await administrator.post(`${study}/record-approval`, approval))
  expect(await running()).toEqual([compiled.version, amended.version])

  const [north, south] = [await at('coordinator', 'north'), await at('coordinator', 'south')]
  const there = done(await south.post(`${study}/participants`, { site: 'south' })).body.code as string
  const consent = (version: string) => ({ version, day: firstDay })
  expect((await south.post(participant(there, '/record-consent'), consent('v1'))).body.refusals).toMatchObject([
    { code: 'consentVersionUnknown' },
  ])
  done(await south.post(participant(there, '/record-consent'), consent('v1-amended')))
  done(await north.post(participant(before, '/record-consent'), consent('v1')))
  done(await north.post(participant(before, '/record-visit'), { encounter: 'screening', day: firstDay }))
  done(await fill({ ...trial, as: at } as TestTrial, before, 'screening', 'person'))

  const events = await loadAll(trial.pools.blinded, compiled.id)
  const hashes = (code: string) => [
    ...new Set(
      events.filter(({ streamId }) => streamId === `participant/${code}`).map((event) => event.definitionHash),
    ),
  ]
  expect(hashes(before)).toEqual([hashOf(compiled)])
  expect(hashes(there)).toEqual([hashOf(amended)])
  await server.close()
})

const both = (text: string) => ({ en: text, nb: text })

/** Another schedule, a form that asks more, and one dropped with the criterion that read it. */
function rewritten(): CompiledStudy {
  const fuller = defineForm(
    'body',
    { title: both('Body'), blinding: 'open', filledBy: 'site', burden: 'examination' },
    {
      weight: { type: 'number', unit: 'kg', question: both('Weight') },
      temperature: { type: 'number', unit: 'Cel', question: both('Temperature') },
      surgery: { type: 'date', partial: true, question: both('Last surgery') },
      pulse: { type: 'number', unit: '/min', question: both('Pulse') },
    },
  )
  const { inclusion, exclusion } = smallStudy.eligibility
  const { EX03: _, ...kept } = exclusion
  const { day14, ...encounters } = smallStudy.encounters
  return compileStudy({
    ...smallStudy,
    version: '2',
    forms: [person, pain, scan, fuller],
    eligibility: { inclusion, exclusion: kept },
    procedures: { ...smallStudy.procedures, tests: { title: both('Tests'), forms: [scan, fuller] } },
    encounters: { ...encounters, day21: { ...day14, title: both('Day 21'), at: days(21) } },
    outcomes: { ...smallStudy.outcomes, primary: { ...smallStudy.outcomes.primary, encounter: 'day21' } },
  } as unknown as Parameters<typeof compileStudy>[0])
}

test('R3-26 given forms, criteria and a schedule that were amended, then a participant sees the version of the site, and what was recorded before stays readable', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const code = await randomised(trial)
  const amended = rewritten()
  const server = await restarted(trial, amended)
  const as = async (role: Parameters<TestTrial['as']>[0], site?: string) =>
    personWith(server, (await trial.as(role, site)).token)
  const [nurse, investigator, monitor] = [
    await as('nurse', 'north'),
    await as('investigator', 'north'),
    await as('monitor'),
  ]
  const pharmacist = await as('unblindedPharmacist', 'north')
  const newest = hashOf(amended)

  const shown = async () => {
    const definition = (await nurse.get(participant(code, `/definition?held=${newest}`))).body
    const { items, version } = (await nurse.get(participant(code, '/forms/day0/body'))).body
    const screening = (await investigator.get(participant(code, '/screening'))).body
    return {
      definition: [definition.hash, definition.definition?.version],
      pulse: items.some(({ item }: { item: string }) => item === 'pulse'),
      version,
      criteria: screening.criteria.some(({ id }: { id: string }) => id === 'EX03'),
      schedule: (await nurse.get(participant(code))).body.schedule.map(({ id }: { id: string }) => id),
    }
  }
  const pulse = (expectedVersion: number) =>
    nurse.post(participant(code, '/record-form'), {
      encounter: 'day0',
      form: 'body',
      day: firstDay,
      expectedVersion,
      entries: { ...eligible['body'], pulse: { typed: '64', unit: '/min' } },
    })
  /** Of everything recorded before the amendment, the dropped form too. */
  const read = async () => {
    const pages = [
      await monitor.get(`${study}/audit`),
      await monitor.get(participant(code, '/history')),
      await monitor.get(participant(code, '/verification')),
      await investigator.get(participant(code, '/signatures')),
      await investigator.get(participant(code, '/deviations')),
      await monitor.post(participant(code, '/casebook-data')),
      await pharmacist.get(`${study}/pharmacy`),
      await pharmacist.get(`${study}/pharmacy/${code}/day0`),
    ]
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
    for (const { body: page } of pages.slice(0, 2)) expect(JSON.stringify(page)).toContain('Haemoglobin')
  }

  expect((await nurse.get(`${study}/definition`)).body).toMatchObject({ hash: newest, versions: 2 })
  expect(await shown()).toEqual({
    definition: [hashOf(compiled), compiled.version],
    pulse: false,
    version: 1,
    criteria: true,
    schedule: ['screening', 'day0', 'day14'],
  })
  expect((await pulse(1)).status).toBe(422)
  await read()

  const administrator = await as('administrator')
  for (const approval of inventedApprovals(amended, 'north', firstDay))
    done(await administrator.post(`${study}/record-approval`, approval))
  expect(await shown()).toEqual({
    definition: [newest, undefined],
    pulse: true,
    version: 1,
    criteria: false,
    schedule: ['screening', 'day0', 'day21'],
  })
  done(await pulse(1))
  await read()
  await server.close()
})
