import type { ParticipantState } from '@trialwright/conduct'
import type { Ahead, Appender } from '@trialwright/records'
import type { ParticipantCall } from './routes/route.ts'

/** What a command leads to, decided and perhaps not yet stored. */
export interface BeingWritten {
  readonly state: ParticipantState
  readonly answer: Ahead
}

/** So many participants are kept whose command was stored: what was read just before is still to be decided on. */
const most = 100

/** The last of each participant, for each writer; those longest unwritten first. */
const lasts = new WeakMap<Appender, Map<string, BeingWritten>>()

/** The commands on one participant that this process writes: the next one follows from the last. */
export function beingWritten({ ports, study, code }: Pick<ParticipantCall, 'ports' | 'study' | 'code'>) {
  const appender = ports.append.blinded
  const last = lasts.get(appender) ?? new Map<string, BeingWritten>()
  lasts.set(appender, last)
  const name = `${study.id}/${code}`
  return {
    /** The last one, unless what was read of the stream has come as far. */
    after(stored: ParticipantState): BeingWritten | undefined {
      const ahead = last.get(name)
      return ahead && ahead.state.version > stored.version ? ahead : undefined
    },
    begin(state: ParticipantState, answer: Ahead): void {
      const own = { state, answer }
      last.delete(name)
      last.set(name, own)
      for (const [oldest] of last) {
        if (last.size <= most) break
        last.delete(oldest)
      }
      void isAppended(answer).then((appended) => !appended && last.get(name) === own && last.delete(name))
    },
  }
}

/** Whether it was stored; a failure is told to whoever sent it. */
export const isAppended = (answer: Ahead): Promise<boolean> =>
  answer.then(
    ({ result }) => result === 'appended',
    () => false,
  )
