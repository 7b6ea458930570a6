import { isBlinded, isRole } from '@trialwright/conduct'
import type { Hands, Who } from './hands.ts'

/** Told of every answer that a blinded person was given: where, and what. */
export type Watch = (place: string, answer: string) => void

export const isBlindedOne = ({ role }: Who): boolean => isRole(role) && isBlinded(role)

/** The one answer that tells an arm, to whoever may know it from then on. */
const tells = (path: string): boolean => path.endsWith('/break-code')

/**
 * The driver's hands, watched: whatever blinded people read or are answered. A place is named by who is there and what is
 * asked, so that two runs can be held against each other although their sites do not keep step.
 */
export function watched(hands: Hands, watch: Watch): Hands {
  const times = new Map<string, number>()
  const see = (who: Who, what: string, answer: unknown) => {
    if (!isBlindedOne(who)) return
    const place = `${who.role} ${who.site ?? 'everywhere'} ${what}`
    const time = (times.get(place) ?? 0) + 1
    times.set(place, time)
    watch(`${place} #${time}`, JSON.stringify(answer))
  }
  return {
    ...hands,
    async send<Answer>(...[who, path, body, label]: Parameters<Hands['send']>) {
      const sent = await hands.send<Answer>(who, path, body, label)
      see(who, `POST ${path} ${label}`, sent.ok && tells(path) ? 'an arm was told' : sent)
      return sent
    },
    async read<Answer>(...[who, path]: Parameters<Hands['read']>) {
      const page = await hands.read<Answer>(who, path)
      see(who, `GET ${path}`, page)
      return page
    },
  }
}
