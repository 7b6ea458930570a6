import { password } from '../installation.ts'
import type { Act } from './further.ts'

interface Signable {
  readonly encounter?: string
  readonly record: string
  readonly toSign: readonly unknown[]
}

/** The investigator signs a visit, the others in one act, and the whole casebook; a value changed afterwards voids the first and the last. */
export const signRecords: Act = async (conductor, { one }) => {
  const investigator = conductor.someone('investigator', one.site)
  const signing = { name: investigator.name, password }
  const { body } = await conductor.read(
    investigator,
    `/api/studies/${conductor.study}/participants/${one.code}/signatures`,
  )
  const { visits, casebook } = body as { readonly visits: readonly Signable[]; readonly casebook: Signable }
  const encounter = 'day0'
  const seen = visits.find((visit) => visit.encounter === encounter)!.record
  await one.refused('investigator', 'sign-visit', 'recordChanged', { encounter, seen: '0'.repeat(64), ...signing })
  await one.does('investigator', 'sign-visit', { encounter, seen, ...signing })
  const together = visits
    .filter((visit) => visit.toSign.length === 0 && visit.encounter !== encounter)
    .map((visit) => ({ encounter: visit.encounter, seen: visit.record }))
  const outdated = together.map((visit) => ({ ...visit, seen: '0'.repeat(64) }))
  await one.refused('investigator', 'sign-visits', 'recordChanged', { visits: outdated, ...signing })
  await one.does('investigator', 'sign-visits', { visits: together, ...signing })
  await one.does('investigator', 'sign-casebook', { seen: casebook.record, ...signing })
  const corrected = { weight: { typed: '81', unit: 'kg' } }
  await one.fill('body', encounter, {
    entries: corrected,
    expectedVersion: 1,
    reasons: { weight: 'misread', day: 'written later' },
  })
}
