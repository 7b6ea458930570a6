import { inventedApprovals } from '@trialwright/conduct'
import { expect } from 'vitest'
import { type Answer, compiled, firstDay, study, type TestTrial } from './trial.ts'

/* A trial in its own words, through HTTP. Every step must succeed. */

export const done = (answer: Answer): Answer => {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 201, body: { ok: true } })
  return answer
}

/** Sealed, opened at every site, with the laboratories' ranges; or with a list sealed already, or before any site is open. */
export async function openStudy(
  trial: TestTrial,
  from: 'nothing' | 'sealed' | 'sites closed' = 'nothing',
): Promise<void> {
  if (from !== 'sealed') done(await (await trial.as('randomisationOfficer')).post(`${study}/randomisation-list`))
  const administrator = await trial.as('administrator')
  done(await administrator.post(`${study}/open`))
  for (const { id } of from === 'sites closed' ? [] : compiled.sites) {
    for (const approval of inventedApprovals(compiled, id, firstDay))
      done(await administrator.post(`${study}/record-approval`, approval))
    done(await administrator.post(`${study}/open-site`, { site: id }))
  }
  const limits = { laboratory: 'Lab', form: 'blood', from: '2020-01-01', fromAge: 0, toAge: 120 }
  done(
    await (await trial.as('dataManager')).post(`${study}/laboratory-ranges`, {
      ranges: [
        { ...limits, item: 'haemoglobin', sex: 'any', low: 115, high: 170, unit: 'g/L' },
        { ...limits, item: 'creatinine', sex: 'any', low: 45, high: 105, unit: 'umol/L' },
      ],
    }),
  )
}

export async function register(trial: TestTrial, site = 'north'): Promise<string> {
  const answer = done(await (await trial.as('coordinator', site)).post(`${study}/participants`, { site }))
  return answer.body.code as string
}

export const participant = (code: string, rest = ''): string => `${study}/participants/${code}${rest}`

const typed = (text: string, unit?: string) => ({ typed: text, ...(unit && { unit }) })

/** What an eligible person answers at screening, form by form. */
export const eligible: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  person: { birthDate: typed('1980-05-17'), sex: typed('male'), smoker: typed('no') },
  pain: {
    now: typed('6', '{score}'),
    worst: typed('8', '{score}'),
    usual: typed('7', '{score}'),
    daysWithPain: typed('80', '%'),
    duration: typed('24', 'mo'),
    walks: typed('yes'),
    sleeps: typed('no'),
  },
  blood: { haemoglobin: typed('140', 'g/L'), creatinine: typed('80', 'umol/L') },
  scan: {
    endplates: {
      rows: [{ id: 'row1', cells: { type: typed('one'), height: typed('20', '%') } }],
      complete: true,
    },
  },
  body: {
    weight: typed('80', 'kg'),
    temperature: typed('36.8', 'Cel'),
    surgery: { typed: '', absent: 'notApplicable' },
  },
}

export async function fill(
  trial: TestTrial,
  code: string,
  encounter: string,
  form: string,
  entries: unknown = eligible[form],
  day = firstDay,
): Promise<Answer> {
  const role = form === 'scan' ? 'mriReader' : 'nurse'
  const person = await (role === 'mriReader' ? trial.as(role) : trial.as(role, siteOf(code)))
  return person.post(participant(code, '/record-form'), {
    encounter,
    form,
    day,
    entries,
    expectedVersion: 0,
    ...(form === 'blood' && { laboratory: 'Lab' }),
  })
}

const siteOf = (code: string): string => compiled.sites.find(({ id }) => code.startsWith(prefixOf(id)))!.id
const prefixOf = (site: string): string => site.slice(0, 3).toUpperCase()

/** Consented and screened; eligible unless other answers are given. */
export async function screened(
  trial: TestTrial,
  answers: Readonly<Record<string, unknown>> = {},
  site = 'north',
): Promise<string> {
  const code = await register(trial, site)
  const coordinator = await trial.as('coordinator', site)
  done(await coordinator.post(participant(code, '/record-consent'), { version: 'v1', day: firstDay }))
  done(await coordinator.post(participant(code, '/record-visit'), { encounter: 'screening', day: firstDay }))
  for (const form of Object.keys(eligible))
    done(await fill(trial, code, 'screening', form, answers[form] ?? eligible[form]))
  return code
}

/** Randomised, at the first infusion's visit, with the infusion asked for. */
export async function randomised(trial: TestTrial): Promise<string> {
  const code = await screened(trial)
  const investigator = await trial.as('investigator', 'north')
  done(await investigator.post(participant(code, '/confirm-eligibility'), investigator.signing))
  done(await investigator.post(participant(code, '/randomise')))
  done(await investigator.post(participant(code, '/record-visit'), { encounter: 'day0', day: firstDay }))
  done(await fill(trial, code, 'day0', 'body'))
  done(await investigator.post(participant(code, '/request-preparation'), { encounter: 'day0' }))
  return code
}
