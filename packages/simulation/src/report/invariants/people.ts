import { dayNumber, instantOf, localTime } from '@trialwright/protocol'
import { type EventLine, of } from '../events.ts'
import { isWeekend } from '../../people/workingDays.ts'
import { checkEach, type Evidence, type Invariant } from './invariant.ts'

/* Who did what is recorded, and when. */

/** What the database itself does, at the word of a person who is named in another event. */
const ofTheDatabase: ReadonlySet<string> = new Set(['RandomisationListSealed', 'TreatmentAllocated'])

export function attributed({ events }: Evidence): Invariant {
  // The definition is registered by the installation.
  const acts = events.filter(({ type, streamId }) => streamId !== 'definition' && !ofTheDatabase.has(type))
  return checkEach('attributed', 'Every record says when it was made, by whom and in which role', acts, (event) => {
    const { name, role } = (event['by'] ?? {}) as { readonly name?: string; readonly role?: string }
    return event.at && name && role ? undefined : `${event.streamId} ${event.version}: ${event.type}`
  })
}

/** Monday to Friday, 6 to 20 at the site: what the audit trail marks is what lies outside. */
export function inWorkingHours({ study, people }: Evidence): Invariant {
  const zones = new Map(study.compiled.sites.map(({ id, timeZone }) => [id, timeZone]))
  const acts = people.flatMap(({ code, site, open }) => open.map((event) => ({ code, zone: zones.get(site), event })))
  const text = 'Everything about a participant was recorded within the working hours of the site'
  return checkEach('hours', text, acts, ({ code, zone = 'UTC', event }) =>
    isWorkingTime(event, zone) ? undefined : `${code}: ${event.type} at ${event.at}`,
  )
}

function isWorkingTime({ at = '' }: EventLine, zone: string): boolean {
  const [day = '', time = ''] = localTime(instantOf(at) ?? 0, zone).split('T')
  const hour = Number(time.slice(0, 2))
  return !isWeekend(dayNumber(day)) && hour >= 6 && hour < 20
}

/** One act on each side of the wall: the site's record, and the sealed one that holds the arm. */
export function codeBreaks({ people }: Evidence): Invariant {
  const text = 'Every code break is recorded on both sides, and no infusion followed it'
  const broken = people.flatMap((told) => of(told.open, 'CodeBreakRecorded').map((event) => ({ told, event })))
  const sealedAlone = people.filter(
    ({ open, sealed }) => of(sealed, 'CodeBroken').length > of(open, 'CodeBreakRecorded').length,
  )
  const found = checkEach('codeBreaks', text, broken, ({ told, event }) => {
    const sealed = of(told.sealed, 'CodeBroken')
    if (sealed.length !== of(told.open, 'CodeBreakRecorded').length) return `${told.code}: the sealed act is missing`
    const arms = sealed.map(({ arm }) => arm)
    if (arms.some((arm) => arm !== undefined && arm !== told.arm)) return `${told.code}: another arm was told`
    const after = of(told.open, 'InfusionStarted').some(({ version }) => version > event.version)
    return after ? `${told.code} was infused after the code was broken` : undefined
  })
  return { ...found, wrong: [...found.wrong, ...sealedAlone.map(({ code }) => `${code}: the site knows of no break`)] }
}
