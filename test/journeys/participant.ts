import type { Role, ScheduledEncounter } from '@trialwright/conduct'
import { type Answers, screeningAnswers, typedAnswers, uneventfulAnswers } from '@trialwright/study-back-to-basic/demo'
import { type Answer, type Person, Refused } from './person.ts'
import { compiled } from './server.ts'
import type { Trial } from './trial.ts'

type Form = keyof Answers
type Given<F extends Form> = NonNullable<Answers[F]>

interface Filling {
  readonly encounter?: string
  readonly day?: string
  /** Why values already there are changed, by item. */
  readonly reasons?: Readonly<Record<string, string>>
  readonly confirmed?: readonly string[]
  readonly expectedVersion?: number
  readonly laboratory?: string
}

/** One participant's course; every step is sent by the person whose task it is, unless `by` says otherwise. */
export interface Participant {
  readonly code: string
  readonly site: string
  /** The same course, with all steps sent by this person. */
  by(person: Person): Participant
  command(role: Role, name: string, body?: object): Promise<Answer>

  consent(version?: string, day?: string): Promise<Answer>
  withdraw(scope: 'treatment' | 'everything', reason?: string): Promise<Answer>
  visit(encounter: string, more?: { readonly day?: string; readonly reason?: string }): Promise<Answer>
  miss(encounter: string, reason: string): Promise<Answer>
  fill<F extends Form>(form: F, answers: Given<F>, filling?: Filling): Promise<Answer>
  /** Answers every form due at the encounter that nobody has filled in, with these answers instead. */
  answer(encounter: string, instead?: Answers): Promise<void>
  /** Begins the logs that are empty yet. */
  begin(instead?: Answers): Promise<void>
  /** Comes to the encounter today and answers its forms. */
  attend(encounter: string, instead?: Answers): Promise<void>
  /** Attends screening. */
  screen(instead?: Answers): Promise<void>
  confirmEligibility(password?: string): Promise<Answer>
  randomise(): Promise<Answer>

  request(encounter: string): Promise<Answer>
  /** As the pharmacy's page says, and checked by a colleague. */
  prepare(encounter: string, instead?: object): Promise<Answer>
  /** Somebody else of the pharmacy looks at it. */
  check(encounter: string, account?: string): Promise<Answer>
  handOver(encounter: string): Promise<Answer>
  start(encounter: string, label?: string, time?: string): Promise<Answer>
  end(encounter: string, volumeGiven?: string, time?: string): Promise<Answer>
  /** Asked for, prepared, handed over, given in full. */
  infuse(encounter: string): Promise<void>
  hold(reason: string): Promise<Answer>
  release(reason: string): Promise<Answer>
  stop(reason: string, rule?: string): Promise<Answer>

  /** A page about the participant, as somebody of that role sees it. */
  page(role: Role, rest?: string): Promise<Answer['body']>
  pharmacy(encounter: string): Promise<Answer['body']>
  /** Label of the bag that was handed over, as the blinded page shows it. */
  label(encounter: string): Promise<string>
  encounter(id: string): Promise<ScheduledEncounter>
}

export const fullBag = '250'
export const batch = 'LOT-7731-KEPT'
/** What only the pharmacy knows of a product. */
export const brand = 'Merkevare-Kept'
export const productBatch = 'PROD-4410-KEPT'
export const receiver = 'Nora Mottaker'

export function participantOf(trial: Trial, code: string, site: string, actor?: Person): Participant {
  const own = `${trial.study}/participants/${code}`
  const pharmacy = `${trial.study}/pharmacy/${code}`
  const who = (role: Role): Promise<Person> => (actor ? Promise.resolve(actor) : trial.signIn(role, site))
  const send = async (role: Role, path: string, body?: object) => (await who(role)).send(path, body)
  const command = (role: Role, name: string, body?: object) => send(role, `${own}/${name}`, body)
  const versionOf = async (encounter: string, form: string): Promise<number> => {
    const page = await participant.page(fillerOf(form), `/forms/${encounter}/${form}`)
    return page.version
  }

  const participant: Participant = {
    code,
    site,
    by: (person) => participantOf(trial, code, site, person),
    command,
    consent: async (version = '1.1', day) =>
      command('coordinator', 'record-consent', { version, day: day ?? (await trial.today()) }),
    withdraw: async (scope, reason = '') =>
      command('coordinator', 'withdraw-consent', { day: await trial.today(), scope, reason }),
    visit: async (encounter, { day, reason } = {}) =>
      command('coordinator', 'record-visit', {
        encounter,
        day: day ?? (await trial.today()),
        ...(reason === undefined ? {} : { reason }),
      }),
    miss: (encounter, reason) => command('coordinator', 'record-missed-visit', { encounter, reason }),
    async fill(form, answers, { encounter = 'screening', day, expectedVersion, laboratory, ...rest } = {}) {
      const { laboratory: ofLaboratory } = formOf(form)
      return command(fillerOf(form), 'record-form', {
        encounter,
        form,
        day: day ?? (await trial.today()),
        ...(ofLaboratory && { laboratory: laboratory ?? 'east' }),
        entries: typedAnswers(form, answers),
        expectedVersion: expectedVersion ?? (rest.reasons ? await versionOf(encounter, form) : 0),
        ...rest,
      })
    },
    async answer(encounter, instead = {}) {
      const day = await trial.today()
      const usual = encounter === 'screening' ? screeningAnswers(day) : uneventfulAnswers(day)
      // A form may come to apply through the answers of another, so the list is read again until nothing is new.
      for (;;) {
        const { forms } = await participant.encounter(encounter)
        const next = forms.filter(({ version }) => version === 0)
        if (next.length === 0) return participant.begin(instead)
        for (const { form } of next) {
          const answers = { ...usual[form as keyof typeof usual], ...instead[form as Form] } as Given<Form>
          await participant.fill(form as Form, answers, { encounter, day })
        }
      }
    },
    async begin(instead = {}) {
      const day = await trial.today()
      const usual = screeningAnswers(day)
      const { logs } = (await participant.page('coordinator')) as {
        logs: { id: string; forms: { form: string; version: number }[] }[]
      }
      for (const { id: encounter, forms } of logs)
        for (const { form, version } of forms) {
          const given = { ...usual[form as keyof typeof usual], ...instead[form as Form] } as Given<Form>
          if (version === 0 && Object.keys(given).length > 0)
            await participant.fill(form as Form, given, { encounter, day })
        }
    },
    async attend(encounter, instead) {
      await participant.visit(encounter)
      await participant.answer(encounter, instead)
    },
    screen: (instead) => participant.attend('screening', instead),
    confirmEligibility: (password = trial.server.password) =>
      command('investigator', 'confirm-eligibility', { password }),
    randomise: () => command('coordinator', 'randomise'),

    request: (encounter) => command('nurse', 'request-preparation', { encounter }),
    async prepare(encounter, instead = {}) {
      const page = await (await trial.signIn('unblindedPharmacist', site)).ask('GET', `${pharmacy}/${encounter}`)
      // Without a request there is no page to read the vials from; the command is then sent all the same.
      if (page.status !== 200 && page.status !== 404) throw new Refused('the pharmacist reads the page', page)
      const vialsOpened = page.status === 200 ? page.body.vials : 0
      const body = { encounter, batch, vialsOpened, ...instead }
      const answer = await send('unblindedPharmacist', `${pharmacy}/record-preparation`, body)
      await participant.check(encounter)
      return answer
    },
    check: async (encounter, account = `pharmacist2.${site}`) =>
      (await trial.enter(account)).send(`${pharmacy}/check-preparation`, { encounter }),
    handOver: (encounter) => send('unblindedPharmacist', `${pharmacy}/hand-over`, { encounter, to: receiver }),
    start: async (encounter, label, time = '11:00') =>
      command('nurse', 'start-infusion', { encounter, label: label ?? (await participant.label(encounter)), time }),
    end: (encounter, volumeGiven = fullBag, time = '13:00') =>
      command('nurse', 'end-infusion', { encounter, time, volumeGiven }),
    async infuse(encounter) {
      await participant.request(encounter)
      await participant.prepare(encounter)
      await participant.handOver(encounter)
      await participant.start(encounter)
      const vitals = { temperature: '36,9', pulse: '68', systolic: '121', diastolic: '76' }
      await command('nurse', 'record-observation', { encounter, time: '11:30', vitals })
      await participant.end(encounter)
    },
    hold: (reason) => command('investigator', 'hold-treatment', { reason }),
    release: (reason) => command('investigator', 'release-hold', { reason }),
    stop: (reason, rule) => command('investigator', 'stop-treatment', { reason, ...(rule && { rule }) }),

    page: async (role, rest = '') => (await trial.signIn(role, site)).read(`${own}${rest}`),
    pharmacy: async (encounter) => (await trial.signIn('unblindedPharmacist', site)).read(`${pharmacy}/${encounter}`),
    async label(encounter) {
      const { treatment } = await participant.page('nurse')
      const infusion = treatment.infusions.find((each: { encounter: string }) => each.encounter === encounter)
      return infusion?.label ?? ''
    },
    async encounter(id) {
      const { schedule } = await participant.page('coordinator')
      return schedule.find((each: ScheduledEncounter) => each.id === id)
    },
  }
  return participant
}

const formOf = (id: string) => compiled.forms.find((form) => form.id === id)!
const fillers = { site: 'nurse', participant: 'nurse', reader: 'mriReader', investigator: 'investigator' } as const
const fillerOf = (form: string): Role => fillers[formOf(form).filledBy]
