import { connectedTo } from '@trialwright/test-support'
import { compiled } from './server.ts'
import type { Trial } from './trial.ts'

const statement = `
  select
    (select count(*) from record.event where study_id = $1) as events,
    (select count(*) from unblinded.event where study_id = $1 and type <> 'UnblindedDataRead') as "sealedEvents",
    (select count(*) from audit.leaf where study_id = $1)
      - (select count(*) from unblinded.event where study_id = $1 and type = 'UnblindedDataRead') as leaves,
    (select count(*) from record.idempotency where study_id = $1) as keys,
    (select count(*) from unblinded.allocation where study_id = $1) as allocations,
    (select count(*) from record.outbox where study_id = $1) as messages,
    (select count(*) from vault.identity where study_id = $1) as identities,
    (select md5(string_agg(row(r.*)::text, '' order by kind, key)) from record.read_model r where study_id = $1) as rows`

/**
 * How much of the trial is stored, and the sum of what its lists show: equal before and after where nothing was written. That somebody
 * read an unblinded page is left out: a step looks before it acts, and the look is on record whatever follows.
 */
export const footprint = (trial: Trial): Promise<Readonly<Record<string, string>>> =>
  connectedTo(trial.server.adminUrl, async (client) => {
    const { rows } = await client.query<Record<string, string>>(statement, [compiled.id])
    return rows[0] ?? {}
  })
