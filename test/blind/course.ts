import type { Role } from '@trialwright/conduct'
import type { TrialClock } from './clock.ts'
import { password, type Someone } from './installation.ts'
import type { Answer, Request } from './person.ts'

/** The whole trial, or a beginning of it. */
export type Acts = 'whole' | 'beginning'

/** Carries a script out, step after step; each is watched. */
export interface Conductor {
  readonly study: string
  readonly clock: TrialClock
  /** Whoever holds the role there; `number` 2 is a colleague. */
  readonly someone: (role: Role, site?: string, number?: number) => Someone
  /** Participants registered so far. */
  readonly codes: string[]
  /** Makes pages whose path has this place readable with the value: `note('query', id)`. */
  note(place: string, value: string): void
  /** Sends one command. `about` is the participant it concerns. */
  step(title: string, who: Someone, request: Request, about?: string): Promise<Answer>
  read(who: Someone, path: string): Promise<Answer>
  /** Has every page read by everybody. */
  survey(title: string): Promise<void>
}

const typed = (value: string, unit?: string) => ({ typed: value, ...(unit && { unit }) })

const usual = {
  person: { born: typed('1980-05-17'), sex: typed('male') },
  scan: { height: typed('20', '%') },
  body: { weight: typed('80', 'kg'), temperature: typed('36.8', 'Cel') },
  blood: { haemoglobin: typed('140', 'g/L'), inflammation: typed('3', 'mg/L') },
} as const

export const kilograms = (value: string) => ({ weight: typed(value, 'kg') })
export const heightOf = (percent: string) => ({ height: typed(percent, '%') })

/** What a step must end as: carried out (a status), or refused (the first refusal's code). */
type Ending = number | string

const ofPharmacy: ReadonlySet<string> = new Set(['record-preparation', 'hand-over', 'take-bag-back', 'waste-bag'])

interface PharmacyPage {
  readonly arm: { readonly id: string }
  readonly vials: number
  readonly picks?: readonly { readonly lot: string; readonly vials: number }[]
}

/** One participant's course, in the words of those who conduct it. Throws when a step does not end as it should. */
export interface Course {
  readonly code: string
  readonly site: string
  does(role: Role, command: string, body?: object): Promise<Answer>
  refused(role: Role, command: string, code: string, body?: object): Promise<Answer>
  fill(form: keyof typeof usual, encounter: string, more?: object): Promise<Answer>
  visit(encounter: string): Promise<void>
  screen(): Promise<void>
  /** As the pharmacy's page says: the one thing in the script that the arm decides. */
  prepare(encounter: string, more?: { readonly extra?: number; readonly reason?: string }): Promise<void>
  handOver(encounter: string): Promise<Answer>
  /** Comes, is weighed, and a bag is asked for, prepared and handed over. */
  receive(encounter: string): Promise<void>
  label(encounter: string): Promise<string>
  start(encounter: string): Promise<Answer>
  end(encounter: string, volumeGiven?: string, more?: object): Promise<Answer>
}

/** A step did not end as the script says. */
export class OffScript extends Error {
  override readonly name = 'OffScript'
}

export async function send(
  conductor: Conductor,
  ending: Ending,
  title: string,
  who: Someone,
  { path, ...rest }: Omit<Request, 'method'>,
  about?: string,
): Promise<Answer> {
  const body = rest.body && 'password' in rest.body ? { name: who.name, ...rest.body } : (rest.body ?? {})
  const request = { method: 'POST', path: `/api/studies/${conductor.study}${path}`, ...rest, body } as const
  const answer = await conductor.step(title, who, request, about)
  const came = answer.status >= 400 ? (answer.body.refusals[0]?.code as string) : answer.status
  if (came !== ending) throw new OffScript(`${title} by ${who.name}: ${ending} was expected, not ${answer.bytes}`)
  return answer
}

function courseOf(conductor: Conductor, code: string, site: string): Course {
  const { clock, someone, read, study } = conductor
  const ask = (ending: Ending, role: Role, command: string, body: object) => {
    const place = ofPharmacy.has(command) ? 'pharmacy' : 'participants'
    const title = `${code} ${command}${ending === 201 ? '' : ' refused'}`
    return send(conductor, ending, title, someone(role, site), { path: `/${place}/${code}/${command}`, body }, code)
  }
  const course: Course = {
    code,
    site,
    does: (role, command, body = {}) => ask(201, role, command, body),
    refused: (role, command, refusal, body = {}) => ask(refusal, role, command, body),
    fill(form, encounter, more = {}) {
      const laboratory = form === 'blood' ? { laboratory: 'Lab' } : {}
      const filled = { encounter, form, day: clock.today(), entries: usual[form], expectedVersion: 0, ...laboratory }
      return course.does(form === 'scan' ? 'mriReader' : 'nurse', 'record-form', { ...filled, ...more })
    },
    async visit(encounter) {
      await course.does('coordinator', 'record-visit', { encounter, day: clock.today() })
      await course.fill('body', encounter)
    },
    async screen() {
      for (const form of ['person', 'body', 'scan'] as const) await course.fill(form, 'screening')
    },
    async prepare(encounter, { extra = 0, reason } = {}) {
      const page = await read(
        someone('unblindedPharmacist', site),
        `/api/studies/${study}/pharmacy/${code}/${encounter}`,
      )
      const { arm, vials, picks } = page.body as PharmacyPage
      // More vials can be opened only where there are any.
      const more = vials > 0 && extra > 0 ? { vialsOpened: vials + extra, reason } : { vialsOpened: vials }
      const seen = more.reason ? {} : { picks: picks?.map(({ lot, vials: opened }) => ({ lot, vials: opened })) }
      const told = { encounter, batch: `batch of ${arm.id}`, ...more, ...seen }
      await course.does('unblindedPharmacist', 'record-preparation', told)
      const checker = someone('unblindedPharmacist', site, 2)
      const check = { path: `/pharmacy/${code}/check-preparation`, body: { encounter } }
      await send(conductor, 201, `${code} check-preparation`, checker, check, code)
    },
    handOver: (encounter) => course.does('unblindedPharmacist', 'hand-over', { encounter, to: 'The nurse' }),
    async receive(encounter) {
      await course.visit(encounter)
      await course.does('nurse', 'request-preparation', { encounter })
      await course.prepare(encounter)
      await course.handOver(encounter)
    },
    async label(encounter) {
      const { body } = await read(someone('nurse', site), `/api/studies/${study}/participants/${code}`)
      const { infusions } = body.treatment as { infusions: { encounter: string; label: string }[] }
      return infusions.find((each) => each.encounter === encounter)?.label ?? ''
    },
    async start(encounter) {
      const label = await course.label(encounter)
      return course.does('nurse', 'start-infusion', { encounter, label, time: clock.time() })
    },
    end: (encounter, volumeGiven = '250', more = {}) =>
      course.does('nurse', 'end-infusion', { encounter, volumeGiven, time: clock.time(), ...more }),
  }
  return course
}

/** Registered and consented. */
export async function registered(conductor: Conductor, site: string): Promise<Course> {
  const who = conductor.someone('coordinator', site)
  const answer = await send(conductor, 201, `registration at ${site}`, who, { path: '/participants', body: { site } })
  const { code } = answer.body as { readonly code: string }
  conductor.codes.push(code)
  const course = courseOf(conductor, code, site)
  const day = conductor.clock.today()
  await course.does('coordinator', 'record-consent', { version: 'v1', day })
  await course.does('coordinator', 'record-visit', { encounter: 'screening', day })
  return course
}

/** Found eligible, and signed. */
export async function screened(conductor: Conductor, site: string): Promise<Course> {
  const course = await registered(conductor, site)
  await course.screen()
  await course.does('investigator', 'confirm-eligibility', { password })
  return course
}

export async function randomised(conductor: Conductor, site: string): Promise<Course> {
  const course = await screened(conductor, site)
  await course.does('coordinator', 'randomise')
  return course
}
