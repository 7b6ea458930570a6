import { at, refuse, type Role } from '@trialwright/conduct'
import { type CompiledStudy, dayNumber, isDate, isoOf, parseLocalInstant, type Refusal } from '@trialwright/protocol'
import type { Clock } from './clock.ts'
import { timeZoneOf } from './http/call.ts'
import { roleNeedsSite, roleSpanWrong } from './refusals-people.ts'

/** Held at one site, never at all. */
const siteRoles: readonly Role[] = ['participant', 'coordinator', 'nurse', 'investigator', 'unblindedPharmacist']

interface Wanted {
  readonly role: Role
  readonly site?: string
  readonly participant?: string
  readonly from?: string
  readonly until?: string
}

export function siteRefusals(compiled: CompiledStudy, { role, site, participant }: Wanted): readonly Refusal[] {
  if (site === undefined) return siteRoles.includes(role) ? [roleNeedsSite] : []
  if (!compiled.sites.some(({ id }) => id === site)) return [at('site', refuse('siteUnknown'))]
  return role === 'participant' && participant === undefined ? [at('participant', refuse('textMissing'))] : []
}

type Span = { readonly validFrom?: string; readonly validUntil?: string }

/** A role begins with its first day and ends after its last one, both counted where the site is; it begins now where no day is given. */
export function grantSpan(
  clock: Clock,
  compiled: CompiledStudy,
  { site, from, until }: Wanted,
): Span | { readonly refusals: readonly Refusal[] } {
  const zone = timeZoneOf(compiled, site)
  const wrong = [
    ...(from === undefined || isDate(from) ? [] : [at('from', refuse('dateInvalid'))]),
    ...(until === undefined || isDate(until) ? [] : [at('until', refuse('dateInvalid'))]),
  ]
  if (wrong.length > 0) return { refusals: wrong }
  const today = clock.today(zone)
  if (until !== undefined && until < (from === undefined || from < today ? today : from))
    return { refusals: [roleSpanWrong] }
  return {
    ...(from !== undefined && from > today && { validFrom: startOf(from, zone) }),
    ...(until !== undefined && { validUntil: startOf(isoOf(dayNumber(until) + 1), zone) }),
  }
}

/** The first instant of a local day; an hour later where the clock skips midnight. */
function startOf(day: string, zone: string): string {
  for (const time of ['00:00', '01:00']) {
    const instant = parseLocalInstant(`${day}T${time}`, zone)
    if (instant.ok) return instant.value
  }
  return `${day}T00:00:00.000Z`
}
