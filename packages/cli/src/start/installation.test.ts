import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { installationOf, readInstallation } from './installation.ts'

const mail = {
  host: 'smtp.example.org',
  user: 'trial',
  password: 'hemmelig',
  from: 'trial@example.org',
  sponsor: ['sponsor@example.org'],
  administrators: ['admin@example.org'],
}
const provider = {
  id: 'oslo',
  title: 'Oslo universitetssykehus',
  issuer: 'https://login.example.org',
  clientId: 'trialwright',
  clientSecret: 'hemmelig',
}
const address = 'https://trial.example.org'
const read = (value: unknown) => () => installationOf(value, 'installation.json')

test('P11-11 given mail and a provider, then both are as told, encrypted unless said otherwise', () => {
  expect(read({ address, mail, providers: [provider] })()).toEqual({
    address,
    mail: { ...mail, port: 587, tls: 'starttls', address },
    providers: [provider],
  })
  expect(read({})()).toEqual({ providers: [] })
})

test.each<[unknown, RegExp]>([
  [[], /the file must be an object/],
  [{ mial: mail }, /"mial", which is no setting; there are address, mail, providers/],
  [{ mail }, /address is missing/],
  [{ address: 'http://trial.example.org', mail }, /address is "http:/],
  [{ address, mail: { ...mail, host: '' } }, /mail\.host is missing/],
  [{ address, mail: { ...mail, port: '587' } }, /mail\.port is "587"; give a number/],
  [{ address, mail: { ...mail, port: 65_536 } }, /mail\.port is 65536/],
  [{ address, mail: { ...mail, tls: 'ssl' } }, /mail\.tls is "ssl"; choose/],
  [{ address, mail: { ...mail, tls: 'none' } }, /on this machine only/],
  [{ address, mail: { ...mail, password: undefined } }, /belong together/],
  [{ address, mail: { ...mail, from: 'trial' } }, /mail\.from is "trial", which is no mail address/],
  [{ address, mail: { ...mail, sponsor: [] } }, /mail\.sponsor must be a list/],
  [{ address, mail: { ...mail, administrators: ['a@b.c', 'x y@z'] } }, /mail\.administrators\[1\] is "x y@z"/],
  [{ providers: {} }, /providers must be a list/],
  [{ providers: [{ ...provider, id: 'Oslo US' }] }, /providers\[0\]\.id is "Oslo US"/],
  [{ providers: [{ ...provider, issuer: 'http://login.example.org' }] }, /providers\[0\]\.issuer is "http:/],
  [{ providers: [{ ...provider, clientId: undefined }] }, /providers\[0\]\.clientId is missing/],
  [{ providers: [{ ...provider, clientSecret: 7 }] }, /providers\[0\]\.clientSecret is missing/],
  [{ providers: [provider, { ...provider, issuer: 'https://other.example.org' }] }, /two providers have the id "oslo"/],
  [{ providers: [provider, { ...provider, id: 'bergen' }] }, /two providers have the issuer/],
])('given %j, then a sentence names what is wrong', (value, sentence) => {
  expect(read(value)).toThrow(sentence)
})

test('given the file, when others of the machine may read it, then it is refused, and read once they may not', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-installation-'))
  const file = path.join(folder, 'installation.json')
  try {
    expect(readInstallation(folder, undefined)).toEqual({ providers: [] })
    expect(() => readInstallation(folder, file)).toThrow(/is not there/)
    writeFileSync(file, '{', { mode: 0o600 })
    expect(() => readInstallation(folder, undefined)).toThrow(/cannot be read as JSON/)
    writeFileSync(file, JSON.stringify({ providers: [provider] }))
    expect(readInstallation(folder, undefined)).toEqual({ providers: [provider] })
    if (process.platform === 'win32') return
    chmodSync(file, 0o644)
    expect(() => readInstallation(folder, undefined)).toThrow(/chmod 600/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
