import type { Reply, AccountCall } from '../routes/route.ts'
import { asArrived } from '../http/arrival.ts'
import { confirmSigner, type Components } from './confirm.ts'

/** Runs what a person signs, once the components of the signature were given. */
export async function signed<Call extends AccountCall<unknown, unknown, Components>>(
  call: Call,
  then: () => Promise<Reply>,
  needed: 'components' | 'secret' = 'components',
): Promise<Reply> {
  const { study, code } = call.params as { readonly study?: string; readonly code?: string }
  const confirming = confirmSigner(call, call.body, needed)
  // A password takes its time: what is signed of a participant is decided in the order in which it came all the same.
  const confirmed = await (code === undefined ? confirming : asArrived(`${study}/${code}/signature`, confirming))
  return confirmed === 'confirmed' ? then() : confirmed
}
