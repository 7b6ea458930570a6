import { randomUUID } from 'node:crypto'
import { connectedTo } from '@trialwright/test-support'
import { takeMail, waitingMail } from '@trialwright/records'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { compiled, openTrial, type TestTrial } from '../testing/trial.ts'
import { createMailSender, type MailSender } from './sender.ts'

let trial: TestTrial
let server: SMTPServer
let sender: MailSender
/** What the mail server took, and what it says to the next one: nothing, or a refusal. */
let taken: { readonly from: string; readonly to: readonly string[]; readonly text: string }[] = []
let refusal: string | undefined

/** Long header lines and lines of the text are broken on the way. */
const unfolded = (text: string) => text.replaceAll(/\r\n[ \t]+/g, ' ').replaceAll('=\r\n', '')

beforeAll(async () => {
  trial = await openTrial()
  server = new SMTPServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'trial' && password === 'hemmelig'
        ? done(null, { user: username })
        : done(new Error('who are you?')),
    onData(stream, session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
      stream.on('end', () => {
        if (refusal !== undefined) return done(new Error(refusal))
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: unfolded(text),
        })
        return done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  sender = newSender()
})
afterAll(async () => {
  await sender.stop()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await trial[Symbol.asyncDispose]()
})
afterEach(async () => {
  taken = []
  refusal = undefined
  await query('delete from record.outbox')
})

const newSender = (password = 'hemmelig') =>
  createMailSender({
    pools: trial.pools,
    log: pino({ level: 'silent' }),
    settings: {
      host: '127.0.0.1',
      port: (server.server.address() as { port: number }).port,
      tls: 'none',
      user: 'trial',
      password,
      from: 'trial@example.org',
      sponsor: ['sponsor@example.org', 'safety@example.org'],
      administrators: ['admin@example.org'],
      address: 'https://trial.example.org',
    },
  })

const query = (text: string, values: unknown[] = []) =>
  connectedTo(trial.adminUrl, (client) => client.query(text, values))

const broken = {
  to: 'sponsor',
  code: 'NOR-001',
  site: 'north',
  at: '2026-03-02T08:00:00.000Z',
  who: 'Kari\r\nBcc: x@y.z',
}
const put = async (
  kind = 'codeBroken',
  study = compiled.id,
  payload: object = { ...broken, why: 'sae', note: 'has sepsis' },
) => {
  const key = randomUUID()
  await query(
    `insert into record.outbox (study_id, key, number, kind, payload, created_at) values ($1, $2, 1, $3, $4, '2026-03-02T08:00:00Z')`,
    [study, key, kind, JSON.stringify(payload)],
  )
  return key
}
const waitNoMore = () => query(`update record.outbox set next_at = '2026-03-02T08:00:00Z'`)
const waiting = () => waitingMail(trial.pools.blinded, compiled.id)

test('given a notice in the outbox, when it is sent, then the sponsor has it once, without note, reason or arm', async () => {
  const key = await put()
  expect(await sender.sendDue()).toBe(1)
  const [mail, ...more] = taken
  expect(more).toEqual([])
  expect(mail).toMatchObject({ from: 'trial@example.org', to: ['sponsor@example.org', 'safety@example.org'] })
  expect(mail!.text).toContain(`Message-ID: <${compiled.id}.${key}.1@example.org>`)
  expect(mail!.text).toContain('NOR-001')
  expect(mail!.text).toContain('Date: Mon, 02 Mar 2026 08:00:00 +0000')
  expect(mail!.text).not.toMatch(/sepsis|sae|^Bcc:/m)
  expect(await waiting()).toEqual([])
  expect(await sender.sendDue()).toBe(0)
})

test('given a mail server that refuses, then the reason stands, each pause is longer, and the same message goes in the end', async () => {
  const key = await put()
  refusal = 'mailbox full'
  const pauses: number[] = []
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    expect(await sender.sendDue()).toBe(0)
    const [{ minutes, attempts, failure }] = (
      await query('select attempts, failure, extract(epoch from next_at - now()) / 60 as minutes from record.outbox')
    ).rows
    expect({ attempts, failure }).toEqual({ attempts: attempt, failure: expect.stringContaining('mailbox full') })
    pauses.push(Math.round(Number(minutes)))
    // Before its time it is left alone.
    expect(await takeMail(trial.pools.blinded, 10)).toEqual([])
    await waitNoMore()
  }
  expect(pauses).toEqual([1, 2, 4])
  expect(await waiting()).toMatchObject([{ kind: 'codeBroken', attempts: 3, failure: expect.stringContaining('full') }])
  refusal = undefined
  expect(await sender.sendDue()).toBe(1)
  expect(taken[0]!.text).toContain(`${key}.1@example.org`)
  expect(await waiting()).toEqual([])
})

test('given a sender that died after the mail server had taken a message, then it goes again under the same id', async () => {
  const key = await put('signInHeldBack', '-', { accountId: randomUUID() })
  const [held] = await takeMail(trial.pools.blinded, 10)
  expect(held).toMatchObject({ key, study: '-' })
  expect(await sender.sendDue()).toBe(0)
  await waitNoMore()
  expect(await sender.sendDue()).toBe(1)
  expect(taken[0]).toMatchObject({ to: ['admin@example.org'] })
  expect(taken[0]!.text).toContain(`Message-ID: <installation.${key}.1@example.org>`)
})

test('given two senders at once, then no message goes twice', async () => {
  for (let count = 0; count < 6; count += 1) await put()
  const other = newSender()
  const sent = await Promise.all([sender.sendDue(), other.sendDue()])
  await other.stop()
  expect(sent[0]! + sent[1]!).toBe(6)
  expect(taken).toHaveLength(6)
})

test('given a wrong password of the mail server, then its words are told and nothing is lost', async () => {
  await put()
  const wrong = newSender('feil')
  expect(await wrong.sendDue()).toBe(0)
  await wrong.stop()
  expect(await waiting()).toMatchObject([{ failure: expect.stringContaining('who are you?') }])
})
