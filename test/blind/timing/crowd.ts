import type { AppendEntry, AppendResult } from '@trialwright/records'
import { openStudy } from '../acts/inclusion.ts'
import { type Conductor, type Course, screened } from '../course.ts'
import { someoneAmong } from '../installation.ts'
import type { World } from '../world.ts'

/*
 * Many participants in one state, for requests that are measured: one is brought there by requests, and the others get her
 * events under their own codes, each with a slot of the list where she has one.
 */

/** Conducts steps that nobody watches. */
function quietly(world: World): Conductor {
  const { ask, study, people, clock } = world
  let steps = 0
  return {
    study: study.compiled.id,
    clock,
    someone: (role, site, number) => someoneAmong(people, role, site, number),
    codes: [],
    note: () => {},
    async step(_, who, request) {
      clock.tick()
      await world.settle()
      return ask(who, { key: `33333333-3333-4333-8333-${String((steps += 1)).padStart(12, '0')}`, ...request })
    },
    read: (who, path) => ask(who, { method: 'GET', path }),
    survey: () => Promise.resolve(),
  }
}

export interface Crowd {
  readonly eligible: readonly string[]
  readonly ready: readonly string[]
  readonly encounter: string
  /** On the bag of everybody who is ready. */
  readonly label: string
}

const codes = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `NOR-${String(from + index).padStart(3, '0')}`)

/** The study is open, with so many who can be randomised, and as many whose first bag waits at the bed. */
export async function crowdIn(world: World, count: number): Promise<Crowd> {
  const conductor = quietly(world)
  await openStudy(conductor)
  const one = await screened(conductor, 'north')
  const eligible = codes(1000, count)
  await copyTo(world, one, eligible, false)
  const other = await screened(conductor, 'north')
  await other.does('coordinator', 'randomise')
  await other.receive('day0')
  const ready = codes(100_000, count)
  await copyTo(world, other, ready, true)
  return { eligible, ready, encounter: 'day0', label: await other.label('day0') }
}

/** A busy machine may leave an append unanswered; it is then sent again under the same key. */
async function untilKnown(append: () => Promise<AppendResult>): Promise<void> {
  for (;;) {
    const { result } = await append()
    if (result === 'appended' || result === 'replayed') return
    if (result !== 'unknown') throw new Error(`a copy was answered ${result}`)
  }
}

async function copyTo(world: World, { code }: Course, to: readonly string[], randomised: boolean): Promise<void> {
  const { admin, ports, study } = world
  const stream = `participant/${code}`
  const records = await admin.read<{ record: string }>(
    'select record from record.event where stream_id = $1 order by version',
    [stream],
  )
  const models = await admin.read<{ kind: string; site: string | null; document: unknown }>(
    'select kind, site, document from record.read_model where key = $1',
    [code],
  )
  const written = (event: object, as: string) => JSON.stringify(event).replaceAll(code, as)
  const events = records.map(
    ({ record }) => (JSON.parse(record) as { readonly event: { readonly type: string } }).event,
  )
  await Promise.all(
    to.map(async (copy, index) => {
      const entry: AppendEntry = {
        studyId: study.compiled.id,
        streamId: `participant/${copy}`,
        expectedVersion: 0,
        key: `44444444-4444-4444-8444-${code.slice(-3)}${String(index).padStart(9, '0')}`,
        bodyHash: '00',
        actor: 'set-up',
        role: 'coordinator',
        site: 'north',
        definitionHash: study.hash,
        response: '{}',
        events: events.map((event) => ({ type: event.type, text: written(event, copy) })),
        readModels: models.map(({ kind, site, document }) => ({
          kind,
          key: copy,
          site,
          document: JSON.parse(JSON.stringify(document).replaceAll(code, copy)) as unknown,
        })),
        ...(randomised && { allocate: { stratum: 'north', participant: copy, site: 'north', at: world.clock.now() } }),
      }
      await untilKnown(() => ports.append.blinded.append(entry))
    }),
  )
}
