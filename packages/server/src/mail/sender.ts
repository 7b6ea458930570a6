import { mailFailed, mailSent, takeMail, type Mail, type Pools } from '@trialwright/records'
import type { Logger } from 'pino'
import { repeated } from '../repeated.ts'
import { messageOf } from './message.ts'
import type { MailSettings } from './settings.ts'

/** How often the outbox is looked at, in milliseconds. */
const every = 30_000
/** Messages taken at once; a mail server that hangs must not hold many. */
const most = 10

export interface MailSender {
  /** Sends what is due, and tells how many went. */
  sendDue(): Promise<number>
  stop(): Promise<void>
}

/**
 * Sends the outbox, each message at least once: it is marked as sent after the mail server took it, and is due again if this
 * process ends in between. Two of them at one database never hold the same message.
 */
export function createMailSender(options: {
  readonly pools: Pools
  readonly settings: MailSettings
  readonly log: Logger
}): MailSender {
  const { pools, settings, log } = options
  const { host, port, tls, user, password } = settings
  // Loaded where mail is sent: a server without any starts without it.
  const connected = import('nodemailer').then(({ createTransport }) =>
    createTransport({
      host,
      port,
      secure: tls === 'always',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  )

  const send = async (mail: Mail): Promise<boolean> => {
    try {
      const { to, ...message } = messageOf(mail, settings)
      const transport = await connected
      const { rejected } = await transport.sendMail({ from: settings.from, to: [...to], ...message })
      if (rejected.length > 0) throw new Error(`refused for ${rejected.map(String).join(', ')}`)
    } catch (error) {
      const why = (error as Error).message
      log.warn({ kind: mail.kind, why }, 'a message could not be sent')
      await mailFailed(pools.blinded, mail, why)
      return false
    }
    await mailSent(pools.blinded, mail)
    return true
  }

  const sendDue = async (): Promise<number> => {
    let sent = 0
    for (const mail of await takeMail(pools.blinded, most)) if (await send(mail)) sent += 1
    return sent
  }

  const looking = repeated(every, sendDue, (error) => log.error({ error }, 'the outbox could not be read'))
  return {
    sendDue,
    async stop() {
      await looking.stop()
      ;(await connected).close()
    },
  }
}
