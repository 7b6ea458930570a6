import type { Database } from '@trialwright/records'

/*
 * What somebody who holds the blinded role's password reads, past the application: new events, all messages to be sent, the
 * read models, streams, and what the catalogue says of every table.
 */

const statement = `
  select
    (select string_agg(e::text, E'\\n' order by e.position) from record.event e where e.study_id = $1 and e.position >= $2) as events,
    (select count(*) from record.event e where e.study_id = $1) as size,
    (select string_agg(o::text, E'\\n' order by o.created_at, o.key, o.number) from record.outbox o) as outbox,
    (select string_agg(m::text, E'\\n' order by m.kind, m.key) from record.read_model m) as models,
    (select string_agg(s::text, E'\\n' order by s.study_id, s.stream_id) from record.stream s) as streams`

export async function dumpOf(
  blinded: Database,
  study: string,
  from: number,
): Promise<{ readonly text: string; readonly next: number }> {
  const rows = await blinded.read<Record<string, string | null>>(statement, [study, from])
  const { size, ...parts } = rows[0]!
  return {
    text: Object.entries({ size, ...parts })
      .map(([name, text]) => `${name}\n${text ?? ''}`)
      .join('\n'),
    next: Number(size),
  }
}
