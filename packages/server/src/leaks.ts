import { type ParticipantEvent, type ParticipantState, registerRow } from '@trialwright/conduct'
import type { ParticipantCall } from './routes/route.ts'

/** What a code break or an accident leaves besides its event: a line of the register, and a notice to the sponsor. No arm. */
export function leaksOf(
  { code, study }: Pick<ParticipantCall, 'code' | 'study'>,
  before: ParticipantState,
  events: readonly ParticipantEvent[],
) {
  const { site } = before.consent
  const rows = events.flatMap((event, index) => {
    const row = registerRow(event, code, site)
    return row ? [{ row, number: before.version + index + 1 }] : []
  })
  return {
    readModels: rows.map(({ row, number }) => ({
      kind: 'unblinding',
      key: `${code}/${number}`,
      site,
      sort: row.at,
      document: row,
    })),
    outbox: rows.map(({ row }) => ({
      kind: row.kind === 'accidental' ? 'accidentalUnblinding' : 'codeBroken',
      payload: { to: 'sponsor', study: study.id, ...row },
    })),
  }
}
