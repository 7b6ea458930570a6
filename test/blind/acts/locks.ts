import { type Conductor, send } from '../course.ts'
import { password, type Someone } from '../installation.ts'
import type { Act } from './further.ts'

const place = { encounter: 'screening', form: 'body' }
const reason = 'looked at'
const override = 'a rehearsal'
const signing = ({ name }: Someone) => ({ name, password })

/** Data are frozen and locked from a form up to the study, corrected once under a lock, and opened again. */
export const freezeAndLock: Act = async (conductor, { one, two }) => {
  await ofParticipant(conductor, two.code)
  await ofStudy(conductor)
  await two.refused('nurse', 'record-form', 'formChanged', {
    ...place,
    day: conductor.clock.today(),
    entries: { weight: { typed: '83', unit: 'kg' } },
    expectedVersion: 9,
  })
  await one.refused('nurse', 'lock-data', 'roleMissing', {
    extent: place,
    reason,
    ...signing(conductor.someone('nurse', one.site)),
  })
}

async function ofParticipant(conductor: Conductor, code: string): Promise<void> {
  const keeper = conductor.someone('dataManager')
  const investigator = conductor.someone('investigator', 'north')
  const ask = (who: Someone, command: string, body: object) =>
    send(conductor, 201, `${code} ${command}`, who, { path: `/participants/${code}/${command}`, body }, code)
  const extent = place
  await ask(conductor.someone('monitor'), 'freeze-data', { extent, reason })
  await ask(keeper, 'unfreeze-data', { extent, reason })
  await ask(keeper, 'lock-data', { extent, reason, override, ...signing(keeper) })
  await ask(keeper, 'propose-correction', { ...place, reason })
  await ask(keeper, 'withdraw-correction', { ...place, reason })
  await ask(keeper, 'propose-correction', { ...place, reason })
  await ask(investigator, 'approve-correction', { ...place, ...signing(investigator) })
  await ask(keeper, 'unlock-data', { extent, reason, ...signing(keeper) })
}

async function ofStudy(conductor: Conductor): Promise<void> {
  const keeper = conductor.someone('dataManager')
  const monitor = conductor.someone('monitor')
  const ask = (command: string, body: object, who = keeper, ending: number | string = 201) =>
    send(conductor, ending, command, who, { path: `/locks/${command}`, body })
  const site = 'south'
  await ask('freeze-sites', { reason })
  await ask('unfreeze-sites', { reason })
  await ask('lock-site', { site, reason, override, ...signing(keeper) })
  await ask('unlock-site', { site, reason, ...signing(keeper) })
  const lock = { path: '/unblinding/lock-database', body: { note: reason, ...signing(keeper) } }
  await send(conductor, 'lockHasOpen', 'lock with much open', keeper, lock)
  await send(conductor, 201, 'lock all the same', keeper, { ...lock, body: { ...lock.body, override } })
  await ask('propose-unlock', { note: reason, ...signing(keeper) })
  await ask('confirm-unlock', signing(monitor), monitor)
}
