import { createSession, revokeSession, type SignInMeans } from '@trialwright/records'
import type { Ports } from '../ports.ts'
import { ok } from '../reply.ts'
import type { Call, Reply } from '../routes/route.ts'

/** 256 bits, base64url. */
export const tokenOf = ({ random }: Pick<Ports, 'random'>): string => Buffer.from(random(32)).toString('base64url')

/** Who is let in: a new session, never the one the browser came with, and the cookie that knows this browser again. */
export async function letIn(
  call: Call,
  account: { readonly accountId: string; readonly login: string },
  means: SignInMeans,
  reply: Reply = ok({ ok: true }),
): Promise<Reply> {
  const { ports, address, agent, cookies } = call
  const { session, device, options, deviceOptions } = ports.cookies
  const before = cookies[session]
  if (before !== undefined) await revokeSession(ports.pools.access, before)
  const token = await createSession(ports.pools.access, account.accountId, {
    address,
    agent,
    means,
    token: tokenOf(ports),
  })
  return {
    ...reply,
    cookies: [
      ...(reply.cookies ?? []),
      { name: session, value: token, options },
      { name: device, value: ports.attempts.deviceCookie(account.login), options: deviceOptions },
    ],
  }
}
