import { randomBytes } from 'node:crypto'
import { inventedApprovals } from '@trialwright/conduct'
import type { CompiledStudy } from '@trialwright/protocol'
import { hashOf } from '@trialwright/protocol/compile'
import { loadAll, registerStudy } from '@trialwright/records'
import { expect, test } from 'vitest'
import { canonicalText } from './canonical.ts'
import { createPorts } from './create-ports.ts'
import { createServer } from './server.ts'
import { done, fill, openStudy, participant, register } from './testing/steps.ts'
import { compiled, firstDay, openTrial, personWith, study, type TestTrial } from './testing/trial.ts'

const amended: CompiledStudy = {
  ...compiled,
  version: `${compiled.version}-amended`,
  consent: compiled.consent.map((each) => ({ ...each, id: `${each.id}-amended` })),
}

/** The server, started anew on the same data with the amended protocol. */
async function restarted(trial: TestTrial) {
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
