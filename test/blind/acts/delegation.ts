import type { Conductor } from '../course.ts'
import { send } from '../course.ts'
import { password } from '../installation.ts'
import type { Someone } from '../installation.ts'
import type { Act } from './further.ts'

interface Log {
  readonly me: string
  readonly sites: readonly { readonly findings: readonly { readonly finding: string }[] }[]
}

/** The north's investigator delegates late, what was done before is explained, and a nurse leaves again. */
export const delegateLate: Act = async (conductor) => {
  const [administrator, monitor] = [conductor.someone('administrator'), conductor.someone('monitor')]
  const [investigator, nurse] = [conductor.someone('investigator', 'north'), conductor.someone('nurse', 'north')]
  const day = conductor.clock.today()
  const ask = (command: string, who: Someone, body: object, ending: number | string = 201) =>
    send(conductor, ending, command, who, { path: `/delegation/${command}`, body })
  const people = [(await read(conductor, investigator)).me, (await read(conductor, nurse)).me]
  const taught = { people, training: 'gcp', day, evidence: 'course list 3' }
  await ask('record-training', monitor, taught)
  await ask('withdraw-training', monitor, { record: '2', reason: 'was not there' })
  await ask('name-investigator', administrator, { site: 'south', person: people[0] }, 'personNoInvestigator')
  await ask('name-investigator', administrator, { site: 'north', person: people[0] })
  // Its training is read from the records from here on.
  for (const training of ['protocol', 'system']) await ask('record-training', monitor, { ...taught, training })
  const signing = (who: Someone) => ({ name: who.name, password })
  const duties = { site: 'north', person: people[1], duties: ['infusion', 'data'], from: day }
  await ask('delegate-duties', investigator, { ...duties, ...signing(investigator) })
  await ask('accept-delegation', nurse, { site: 'north', delegation: 'north-1', ...signing(nurse) })
  const { sites } = await read(conductor, monitor)
  const finding = sites.flatMap(({ findings }) => findings)[0]!.finding
  await ask('explain-finding', monitor, { site: finding.split('/')[0], finding, note: 'the log was signed late' })
  const ending = { site: 'north', delegation: 'north-1', day, reason: 'moves away' }
  await ask('end-delegation', investigator, { ...ending, ...signing(investigator) })
}

const read = async (conductor: Conductor, who: Someone): Promise<Log> =>
  (await conductor.read(who, `/api/studies/${conductor.study}/delegation`)).body as Log
