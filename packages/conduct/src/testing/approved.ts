import { inventedApprovals } from '../study/approvals.ts'
import type { StudyState } from '../study/state.ts'
import { study } from './study.ts'

/** Every approval of the site, as recorded before it opened. */
export const approved = (site: string): StudyState['approvals'] =>
  inventedApprovals(study.compiled, site, '2026-01-01').map(({ version, ...one }) => ({
    ...one,
    protocolVersion: version,
    at: '2026-01-01T09:00:00.000Z',
    by: { account: 'a-administrator', name: 'Kari administrator', role: 'administrator' },
  }))
