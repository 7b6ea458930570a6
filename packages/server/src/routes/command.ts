import { type ParticipantCommand, type ParticipantCommandType, permissions } from '@trialwright/conduct'
import type { TObject } from 'typebox'
import { perform } from '../perform.ts'
import { ParticipantParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { participantRoute, type Route } from './route.ts'

export const participantPath = '/api/studies/:study/participants/:code'

/** `recordConsent` → `record-consent`. */
export const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A command on one participant: the body is the command without its type, the rest is one path for all of them. */
export const participantCommand = (
  process: string,
  command: Exclude<ParticipantCommandType, 'registerParticipant'>,
  title: string,
  body: TObject,
): Route =>
  participantRoute({
    id: command,
    method: 'POST',
    path: `${participantPath}/${kebab(command)}`,
    title,
    process,
    access: { kind: 'roles', roles: permissions[command], site: 'own' },
    door: 'blinded',
    command,
    params: ParticipantParams,
    body,
    response: Done,
    success: 201,
    handle: (call) => perform(call, { ...withoutClock(call.body), type: command } as unknown as ParticipantCommand),
  })

/** The command as the decision takes it; the client's clock is part of the context. */
export function withoutClock(body: object): object {
  const { clientTime: _, ...rest } = body as { clientTime?: string }
  return rest
}
