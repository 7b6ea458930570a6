import { password } from '../installation.ts'
import type { Act } from './further.ts'

interface Signable {
  readonly encounter?: string
  readonly record: string
}

/** The investigator signs a visit and the whole casebook; a value changed afterwards makes both void. */
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
  await one.does('investigator', 'sign-casebook', { seen: casebook.record, ...signing })
  const corrected = { weight: { typed: '81', unit: 'kg' } }
  await one.fill('body', encounter, {
    entries: corrected,
    expectedVersion: 1,
    reasons: { weight: 'misread', day: 'written later' },
  })
}
