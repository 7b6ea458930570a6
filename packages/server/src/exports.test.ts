import { leafHash, rootOf } from '@trialwright/records'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { done, eligible, openStudy, participant, screened } from './testing/steps.ts'
import { firstDay, openTrial, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let code: string
const hostile = '=HYPERLINK("http://x") #panic() <script>alert(1)</script> $x$ *å* αβγ'
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  code = await screened(trial)
  const nurse = await trial.as('nurse', 'north')
  const body = { encounter: 'screening', form: 'body', day: firstDay, expectedVersion: 1 }
  done(
    await nurse.post(participant(code, '/record-form'), {
      ...body,
      entries: { weight: { typed: '82', unit: 'kg' } },
      reasons: { weight: hostile },
    }),
  )
})
afterAll(() => trial[Symbol.asyncDispose]())

type Asker = 'monitor' | 'dataManager' | 'nurse' | 'mriReader'
const raw = async (path: string, role: Asker, site?: string, body: object = {}, method: 'GET' | 'POST' = 'POST') => {
  const { token } = await trial.as(role, site)
  const headers = { cookie: `trialwright-session=${token}` }
  return trial.server.inject({ method, url: path, headers, ...(method === 'POST' && { payload: body }) })
}

test('P11-03 given a participant, when the casebook is taken, then it is a bookmarked PDF, saved and never shown as a page', async () => {
  const answer = await raw(participant(code, '/casebook'), 'monitor', undefined, { language: 'nb' })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${code}.pdf"`,
  })
  const pdf = answer.rawPayload.toString('latin1')
  expect(pdf.startsWith('%PDF-1.')).toBe(true)
  expect(pdf).toContain('/Outlines')
  expect(pdf).not.toMatch(/\/JavaScript|\/JS |\/Launch|\/OpenAction/)
})

test('P11-03 given a participant, when the casebook is taken as data, then values, audit trail and hashes are whole', async () => {
  const answer = await raw(participant(code, '/casebook-data'), 'monitor', undefined, { language: 'en' })
  const { casebook, sha256 } = answer.json()
  const content = answer.payload.slice('{"casebook":'.length, answer.payload.lastIndexOf(',"sha256"'))
  expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
  expect(casebook).toMatchObject({ participant: code, site: 'North' })
  const body = casebook.parts[0].forms.find(({ form }: { form: string }) => form === 'body')
  expect(body.items.find(({ item }: { item: string }) => item === 'weight')).toMatchObject({
    value: '82 kg',
    state: 'value',
    corrections: 'corrected 1 ×',
  })
  expect(body.items.find(({ state }: { state: string }) => state === 'absent').value).toBe('not applicable')
  expect(casebook.audit.at(-1)).toMatchObject({
    changes: [{ label: expect.any(String), from: '80 kg', to: '82 kg', reason: hostile }],
    leafHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('EMA-07 R3-11 given a reader of images, or another site, then there is no casebook', async () => {
  expect((await raw(participant(code, '/casebook-data'), 'mriReader')).statusCode).toBe(403)
  expect((await raw(participant(code, '/casebook-data'), 'nurse', 'south')).statusCode).toBe(403)
  expect((await raw(participant(code, '/casebook-data'), 'nurse', 'north')).statusCode).toBe(200)
})

test('given the definition alone, then a blank casebook', async () => {
  const answer = await raw(`${study}/blank-casebook`, 'nurse', 'north', { language: 'en' })
  expect(answer.rawPayload.toString('latin1').slice(0, 7)).toBe('%PDF-1.')
})

test('EMA-06 given the audit trail as a table, then a spreadsheet calculates nothing and every line is as wide as the head', async () => {
  const answer = await raw(`${study}/audit/table`, 'monitor', undefined, { pattern: 'correction', language: 'en' })
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  const [head, line, end] = answer.payload.split('\r\n')
  expect(head!.charCodeAt(0)).toBe(0xfeff)
  expect(line).toContain(`"'=HYPERLINK(""http://x"")`)
  expect(end).toBe('')
})

test('EMA-06 P11-03 given all records, then the leaves add up to the checkpoint, the export itself among them', async () => {
  const answer = await raw(`${study}/audit/records`, 'dataManager')
  const lines = answer.payload
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { checkpoint } = lines.pop()
  expect(lines.map(({ position }) => position)).toEqual(lines.map((_, index) => index))
  const told = lines.filter((line) => 'record' in line)
  expect(told.every((line) => leafHash(line.record) === line.leafHash)).toBe(true)
  // Whoever had the salt of the sample could tell whose values will be verified in full.
  expect(lines.filter((line) => !('record' in line)).map(({ withheld }) => withheld)).toEqual(['StudyOpened'])
  expect(answer.payload).not.toContain('samplingSalt')
  expect(checkpoint).toMatchObject({ size: lines.length, root: rootOf(lines.map((line) => line.leafHash)) })
  expect(lines.at(-1).record).toContain('ExportMade')
})

test('given a data manager of one site, when all records are asked for, then they are refused in words', async () => {
  const answer = await raw(`${study}/audit/records`, 'dataManager', 'north')
  expect(answer.json()).toMatchObject({ refusals: [{ code: 'allSitesOnly' }] })
})

test('EMA-08 given files that were taken, then the access log tells who took what', async () => {
  const { rows } = (await raw(`${study}/audit/access?of=data`, 'dataManager', undefined, {}, 'GET')).json()
  const said = rows.map(({ what }: { what: { en: string } }) => what.en)
  expect(said).toContain(`Export made: casebook (PDF), ${code}`)
  expect(said).toContain('Export made: audit trail (CSV), pattern correction')
})

test('EMA-10 EMA-11 P11-03 given a value entered nine days late and asked about, then the casebook tells both, as far as the reader may see', async () => {
  trial.wait({ days: 9 })
  const coordinator = await trial.as('coordinator', 'north')
  const place = { encounter: 'screening', form: 'pain' }
  const body = { ...place, day: firstDay, expectedVersion: 1, clientTime: '2026-03-11T09:00:00.000+01:00' }
  const late = { encounter: 'day0', form: 'body', day: firstDay, expectedVersion: 0 }
  done(
    await coordinator.post(participant(code, '/record-form'), {
      ...late,
      clientTime: body.clientTime,
      entries: { ...eligible['body'], weight: { typed: '180', unit: 'kg' } },
    }),
  )
  done(await coordinator.post(participant(code, '/answer-query'), { query: 'Q1', text: 'Right as it is.' }))
  done(await (await trial.as('monitor')).post(participant(code, '/ask-query'), { ...place, text: 'Who asked?' }))

  const { casebook } = (await raw(participant(code, '/casebook-data'), 'monitor', undefined, { language: 'en' })).json()
  const forms = casebook.parts.flatMap((part: { encounter: string; forms: readonly { form: string }[] }) =>
    part.forms.map((form) => ({ ...form, encounter: part.encounter })),
  )
  const formAt = (encounter: string, form: string) =>
    forms.find((one: { form: string; encounter: string }) => one.form === form && one.encounter === encounter)
  const weight = formAt('day0', 'body')
  expect(weight.items.find(({ item }: { item: string }) => item === 'weight')).toMatchObject({
    timing: [
      {
        version: 1,
        lateDays: 9,
        entered: body.clientTime,
        text: expect.stringMatching(/entered 9 days after its day; entered at/),
      },
    ],
  })
  expect(weight.queries).toMatchObject([
    {
      query: 'Q1',
      item: 'weight',
      state: 'answered',
      byCheck: true,
      steps: [
        { kind: 'asked', byCheck: true },
        { kind: 'answered', byCheck: false, text: 'Right as it is.' },
      ],
    },
  ])
  expect(formAt('screening', 'pain').queries).toMatchObject([
    { query: 'Q2', about: 'The form as a whole', state: 'open', steps: [{ text: 'Who asked?' }] },
  ])
  expect(formAt('screening', 'pain').items[0]).not.toHaveProperty('timing')
  const pdf = await raw(participant(code, '/casebook'), 'monitor', undefined, { language: 'nb' })
  expect(pdf.statusCode).toBe(200)
})
