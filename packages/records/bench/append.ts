import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type AppendEntry, createAppender, type Database, openDatabase } from '../src/index.ts'
import { median, sha256, type Server, startServer, studyId } from './server.ts'

/** The plainest hash chain kept inside the database: lock the head, hash, insert; one transaction per command. */
const control = `
  create schema control;
  create table control.head (id int primary key, hash bytea not null, size bigint not null);
  insert into control.head values (1, '\\x00', 0);
  create table control.event (position bigint primary key, stream_id text, record text, hash bytea);
  create function control.append(stream text, event text) returns bigint language plpgsql as $$
  declare h record; next bytea;
  begin
    select hash, size into h from control.head where id = 1 for update;
    next := sha256(h.hash || convert_to(event, 'UTF8'));
    insert into control.event values (h.size, stream, event, next);
    update control.head set hash = next, size = h.size + 1 where id = 1;
    return h.size;
  end $$;`

export type AppendFigures = {
  /** Commands a second and 99th percentile in milliseconds, medians of the rounds. */
  readonly grouped: { readonly perSecond: number; readonly p99: number }
  readonly control: { readonly perSecond: number; readonly p99: number }
  /** Median of the rounds' ratios. Goal: at least 2. */
  readonly ratio: number
  readonly ratios: readonly number[]
}

const text = JSON.stringify({ at: '2027-03-01T09:30:00.000Z', item: 'pain.odi', note: 'x'.repeat(60), value: '34' })

/** 20 clients, one audited event per command, durable commits, on an embedded server; the two take turns. */
export const benchAppend = async ({ rounds = 5, seconds = 3, clients = 20 } = {}): Promise<AppendFigures> => {
  await using server = await startServer()
  const controlPool = await openControl(server, clients)
  const appender = createAppender(server.pools.blinded)
  const grouped = async (): Promise<void> => {
    const entry: AppendEntry = {
      studyId,
      streamId: `participant/${randomUUID()}`,
      expectedVersion: 0,
      key: randomUUID(),
      bodyHash: sha256(text),
      actor: 'account-1',
      role: 'coordinator',
      site: 'north',
      definitionHash: sha256('definition'),
      response: '{"ok":true}',
      events: [{ type: 'ValueRecorded', text }],
    }
    const { result } = await appender.append(entry)
    if (result !== 'appended') throw new Error(result)
  }
  const chained = async (): Promise<void> => {
    const { state } = await controlPool.write('select control.append($1, $2)', [randomUUID(), text])
    if (state !== 'done') throw new Error(state)
  }

  await measure(grouped, clients, 1)
  await measure(chained, clients, 1)
  const taken: { grouped: Measured; control: Measured }[] = []
  for (let round = 0; round < rounds; round += 1) {
    taken.push({ grouped: await measure(grouped, clients, seconds), control: await measure(chained, clients, seconds) })
  }
  await controlPool.close()
  const ratios = taken.map((each) => each.grouped.perSecond / each.control.perSecond)
  const middle = (name: 'grouped' | 'control'): Measured => ({
    perSecond: median(taken.map((each) => each[name].perSecond)),
    p99: median(taken.map((each) => each[name].p99)),
  })
  return { grouped: middle('grouped'), control: middle('control'), ratio: median(ratios), ratios }
}

type Measured = { readonly perSecond: number; readonly p99: number }

const measure = async (work: () => Promise<void>, clients: number, seconds: number): Promise<Measured> => {
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const begun = performance.now()
      await work()
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const elapsed = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / elapsed, p99: times[Math.floor(times.length * 0.99)]! }
}

const openControl = async (server: Server, clients: number): Promise<Database> => {
  const setup = new pg.Client(server.adminUrl)
  await setup.connect()
  await setup.query(control)
  await setup.end()
  return openDatabase(server.adminUrl, { connections: clients })
}

if (import.meta.main) {
  const figures = await benchAppend()
  console.table({
    'grouped writer': { 'commands/s': Math.round(figures.grouped.perSecond), 'p99 ms': figures.grouped.p99.toFixed(1) },
    'chain in the database': {
      'commands/s': Math.round(figures.control.perSecond),
      'p99 ms': figures.control.p99.toFixed(1),
    },
  })
  console.log(
    `ratio ${figures.ratio.toFixed(2)} (rounds ${figures.ratios.map((each) => each.toFixed(2)).join(', ')}), goal at least 2`,
  )
}
