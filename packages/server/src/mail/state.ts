import { waitingMail } from '@trialwright/records'
import type { StudyCall } from '../routes/route.ts'
import { audienceOf } from './message.ts'

/** What waits in the outbox and why, for the administrator of a real trial; elsewhere no mail is ever sent. */
export async function mailState({ ports, study, actor }: StudyCall) {
  if (ports.mode !== 'production' || actor.role !== 'administrator') return undefined
  const waiting = await waitingMail(ports.pools.blinded, study.id)
  return {
    isSet: ports.mail !== undefined,
    waiting: waiting.map(({ kind, ...rest }) => ({ to: audienceOf(kind), ...rest })),
  }
}
