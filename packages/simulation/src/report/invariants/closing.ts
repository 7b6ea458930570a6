import { lineIds, participantVerification, schedule } from '@trialwright/conduct'
import { of, stateOf } from '../events.ts'
import { checkEach, type Evidence, type Invariant } from './invariant.ts'

/* What must be settled when a trial is over: asked, compared, signed, locked. */

/** By the local calendar, the last day on which anything was recorded. */
const lastDay = ({ events }: Evidence): string =>
  events.reduce((last, { at = '' }) => (at > last ? at : last), '').slice(0, 10)

/** The casebook holds the adverse events, so with it every one of them is signed. */
export function signed(evidence: Evidence): Invariant {
  const { study, people, ranges } = evidence
  const today = lastDay(evidence)
  const records = people.flatMap((told) => {
    const state = stateOf(told)
    const visits = schedule(study, state, today, ranges)
      .filter((each) => each.state === 'done' || each.state === 'missed')
      .map((each) => ({ what: `${told.code}: ${each.id}`, stands: each.signed === 'valid' }))
    const casebook = state.signatures.casebook.at(-1)
    return [...visits, { what: `${told.code}: the casebook`, stands: casebook?.since.length === 0 }]
  })
  const text = 'Every visit and casebook, and so every adverse event, is signed by an investigator as it stands'
  return checkEach('signed', text, records, ({ what, stands }) => (stands ? undefined : `${what} is not signed`))
}

/** A person of the site answers, or the value is corrected; who asks closes. */
export function queriesSettled({ people }: Evidence): Invariant {
  const queries = people.flatMap((told) => Object.values(stateOf(told).queries).map((query) => ({ told, query })))
  const text = 'Every query was answered at the site, or its value corrected, and is closed'
  return checkEach('queries', text, queries, ({ told, query }) => {
    if (query.status !== 'closed') return `${told.code}: ${query.id} is ${query.status}`
    const steps = query.steps.map(({ kind }) => kind)
    const closed = query.steps.at(-1)
    // A check closes its own query once the values agree.
    const settled = steps.includes('answered') || steps.includes('corrected') || closed?.check !== undefined
    return settled ? undefined : `${told.code}: ${query.id} was closed without an answer`
  })
}

export function verified({ study, people }: Evidence): Invariant {
  const text = 'Every critical value is verified against its source as it stands'
  const forms = people.flatMap((told) =>
    participantVerification(study, stateOf(told), { studyState: {} as never }).forms.map((form) => ({ told, form })),
  )
  const found = checkEach('verified', text, forms, ({ told, form: { encounter, form, planned, verified: done } }) =>
    done === planned ? undefined : `${told.code}: ${planned - done} of ${form} at ${encounter}`,
  )
  return { ...found, checked: forms.reduce((sum, { form }) => sum + form.planned, 0) }
}

/** Sites first, then the database; what was open all the same is named with the reason it was locked for. */
export function lockedLast({ study, events, people }: Evidence): Invariant {
  const [database] = of(events, 'DatabaseLocked')
  const locks = of(events, 'SiteLocked')
  const unlocked = study.compiled.sites.filter(({ id }) => !locks.some(({ site }) => site === id))
  const overridden = [...locks, ...(database ? [database] : [])].flatMap((lock) => {
    const { open = [] } = (lock['overridden'] ?? {}) as {
      readonly open?: readonly { readonly line: string; readonly count: number }[]
    }
    return open
      .filter(({ line }) => (lineIds as readonly string[]).includes(line))
      .map(({ line, count }) => `${lock.site ?? 'the database'} was locked with ${count} ${line}`)
  })
  const later = people.filter(({ open }) => open.some(({ at = '' }) => at > (database?.at ?? '')))
  return {
    id: 'locked',
    text: 'Every site was locked, then the database, with nothing open, and nothing was recorded afterwards',
    checked: locks.length + of(events, 'DatabaseLocked').length,
    wrong: [
      ...(database ? [] : ['the database is not locked']),
      ...unlocked.map(({ id }) => `${id} is not locked`),
      ...overridden,
      ...later.map(({ code }) => `${code} was changed after the lock`),
    ],
  }
}
