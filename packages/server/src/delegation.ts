import { type Found, type FoundAct, isRole, type StaffGrants } from '@trialwright/conduct'
import { listStaff, type PageQuery, readModel } from '@trialwright/records'
import type { Ports } from './ports.ts'

/** Acts that were found, as documents of the records: one for each person, day and lack, whatever was done how often. */
export const findingDocuments = (found: readonly Found[]) =>
  found.map(({ finding, document }) => ({
    kind: 'finding',
    key: finding,
    site: document.site,
    sort: document.today,
    document,
  }))

/** Every act without delegation or training, in order of days. */
export async function findingsOf(ports: Ports, studyId: string): Promise<readonly Found[]> {
  const all: Found[] = []
  let after: PageQuery['after']
  do {
    const page = await readModel<FoundAct>(ports.pools.blinded, studyId, 'finding', { after, limit: 1_000 })
    all.push(...page.rows.map(({ key, document }) => ({ finding: key, document })))
    after = page.next
  } while (after)
  return all
}

/** Who holds which role in the study now; participants are not staff. */
export async function staffOf(ports: Ports, studyId: string): Promise<readonly StaffGrants[]> {
  const people = await listStaff(ports.pools.access, studyId)
  return people.flatMap(({ accountId, printedName, grants }) => {
    const held = grants.flatMap(({ role, site }) => (isRole(role) ? [{ role, site }] : []))
    return held.length > 0 ? [{ account: accountId, name: printedName, grants: held }] : []
  })
}
