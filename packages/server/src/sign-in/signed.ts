import type { Reply, AccountCall } from '../routes/route.ts'
import { confirmSigner, type Components } from './confirm.ts'

/** Runs what a person signs, once the components of the signature were given. */
export async function signed<Call extends AccountCall<unknown, unknown, Components>>(
  call: Call,
  then: () => Promise<Reply>,
  needed: 'components' | 'secret' = 'components',
): Promise<Reply> {
  const confirmed = await confirmSigner(call, call.body, needed)
  return confirmed === 'confirmed' ? then() : confirmed
}
