import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { MailSettings, ProviderSettings } from '@trialwright/server'
import { Stop } from '../stop.ts'

/** What one installation has of its own: how it sends mail, and which identity providers it trusts. */
export interface Installation {
  /** Where people reach the product, `https://trial.example.org`. */
  readonly address?: string
  readonly mail?: MailSettings
  readonly providers: readonly ProviderSettings[]
}

type Fields = Readonly<Record<string, unknown>>

/** Reads the file that is named, or `installation.json` in the data folder where there is one. Throws {@link Stop} with a sentence for the first wrong value. */
export function readInstallation(data: string, named: string | undefined): Installation {
  const file = named ?? path.join(data, 'installation.json')
  if (!existsSync(file)) {
    if (named === undefined) return { providers: [] }
    throw new Stop(`The file ${file} that --installation names is not there.`)
  }
  // It holds passwords. Windows keeps rights elsewhere.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Stop(`${file} holds passwords and others of this machine may read it; run chmod 600 ${file}.`)
  return installationOf(parsed(file), file)
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Stop(`${file} cannot be read as JSON: ${(error as Error).message}.`)
  }
}

export function installationOf(value: unknown, file: string): Installation {
  const wrong = (sentence: string): Stop => new Stop(`${file}: ${sentence}`)
  const object = (at: string, given: unknown, known: readonly string[]): Fields => {
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw wrong(`${at} must be an object in braces.`)
    const unknown = Object.keys(given).find((name) => !known.includes(name))
    if (unknown !== undefined)
      throw wrong(`${at} has "${unknown}", which is no setting; there are ${known.join(', ')}.`)
    return given as Fields
  }
  const word = (at: string, given: unknown, example: string): string => {
    if (typeof given !== 'string' || given.trim() === '')
      throw wrong(`${at} is missing; give a text such as "${example}".`)
    return given
  }
  const address = (at: string, given: unknown): string => {
    const text = word(at, given, 'trial@example.org')
    if (!/^[^\s@<>,]+@[^\s@<>,]+$/.test(text)) throw wrong(`${at} is "${text}", which is no mail address.`)
    return text
  }
  const addresses = (at: string, given: unknown): readonly string[] => {
    if (!Array.isArray(given) || given.length === 0)
      throw wrong(`${at} must be a list of at least one mail address, such as ["trial@example.org"].`)
    return given.map((each, index) => address(`${at}[${index}]`, each))
  }

  const mailOf = (given: unknown, reached: string | undefined): MailSettings => {
    const mail = object('mail', given, ['host', 'port', 'tls', 'user', 'password', 'from', 'sponsor', 'administrators'])
    const host = word('mail.host', mail['host'], 'smtp.example.org')
    const port = mail['port'] ?? 587
    if (!Number.isInteger(port) || (port as number) < 1 || (port as number) > 65_535)
      throw wrong(`mail.port is ${JSON.stringify(port)}; give a number from 1 to 65535, such as 587.`)
    const tls = mail['tls'] ?? 'starttls'
    if (tls !== 'starttls' && tls !== 'always' && tls !== 'none')
      throw wrong(`mail.tls is ${JSON.stringify(tls)}; choose "starttls", "always" or "none".`)
    if (tls === 'none' && !['127.0.0.1', '::1', 'localhost'].includes(host))
      throw wrong('mail.tls is "none", which is for a mail server on this machine only; choose "starttls" or "always".')
    if ((mail['user'] === undefined) !== (mail['password'] === undefined))
      throw wrong('mail.user and mail.password belong together; give both or neither.')
    if (reached === undefined)
      throw wrong('address is missing, which messages lead to; give one such as "https://trial.example.org".')
    return {
      host,
      port: port as number,
      tls,
      ...(mail['user'] !== undefined && {
        user: word('mail.user', mail['user'], 'trial'),
        password: word('mail.password', mail['password'], '…'),
      }),
      from: address('mail.from', mail['from']),
      sponsor: addresses('mail.sponsor', mail['sponsor']),
      administrators: addresses('mail.administrators', mail['administrators']),
      address: reached,
    }
  }

  const providerOf = (given: unknown, index: number): ProviderSettings => {
    const at = `providers[${index}]`
    const provider = object(at, given, ['id', 'title', 'issuer', 'clientId', 'clientSecret'])
    const id = word(`${at}.id`, provider['id'], 'oslo')
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(id))
      throw wrong(
        `${at}.id is "${id}"; it stands in addresses, so use small letters, digits and hyphens, such as "oslo".`,
      )
    const issuer = word(`${at}.issuer`, provider['issuer'], 'https://login.example.org')
    if (!URL.canParse(issuer) || new URL(issuer).protocol !== 'https:')
      throw wrong(
        `${at}.issuer is "${issuer}"; give the provider's https address, such as "https://login.example.org".`,
      )
    return {
      id,
      title: word(`${at}.title`, provider['title'], 'Oslo universitetssykehus'),
      issuer,
      clientId: word(`${at}.clientId`, provider['clientId'], 'trialwright'),
      clientSecret: word(`${at}.clientSecret`, provider['clientSecret'], '…'),
    }
  }

  const whole = object('the file', value, ['address', 'mail', 'providers'])
  const reached =
    whole['address'] === undefined ? undefined : word('address', whole['address'], 'https://trial.example.org')
  if (reached !== undefined && !/^https:\/\/[^/\s]+$/.test(reached))
    throw wrong(`address is "${reached}"; give where people reach the product, such as "https://trial.example.org".`)
  const list = whole['providers'] ?? []
  if (!Array.isArray(list)) throw wrong('providers must be a list in brackets.')
  const providers = list.map(providerOf)
  for (const field of ['id', 'issuer'] as const) {
    const twice = providers.find((one, index) => providers.findIndex((other) => other[field] === one[field]) !== index)
    if (twice) throw wrong(`two providers have the ${field} "${twice[field]}".`)
  }
  return {
    ...(reached !== undefined && { address: reached }),
    ...(whole['mail'] !== undefined && { mail: mailOf(whole['mail'], reached) }),
    providers,
  }
}
