import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Seen, violationsOf } from '@trialwright/records/testing/order'
import { connectedTo } from '@trialwright/test-support'
import { strata } from './randomise.ts'

/*
 * How the next slot is often taken, and how it must not be: the first that nobody holds at the moment. Two at once do not wait
 * for each other, and whoever rolls back leaves a slot for somebody who comes later.
 */

const take = `
  select slot from control.slot where stratum = $1 and participant is null order by slot limit 1 for update skip locked`

/** Randomises so many by so many workers; some roll back and try again, as under a lost connection. */
export async function randomiseWithSkipLocked(
  adminUrl: string,
  people: number,
  workers: number,
): Promise<readonly string[]> {
  await connectedTo(adminUrl, async (client) => {
    await client.query('create schema control')
    await client.query(
      'create table control.slot (stratum text, slot int, participant text unique, primary key (stratum, slot))',
    )
    await client.query(
      'insert into control.slot (stratum, slot) select s, n from unnest($1::text[]) s, generate_series(1, $2::int) n',
      [strata, people],
    )
  })
  const seen: Omit<Seen, 'slot'>[] = []
  let next = 0
  const worker = () =>
    connectedTo(adminUrl, async (client) => {
      for (let person = next++; person < people; person = next++) {
        const [participant, stratum] = [`P${person}`, strata[randomInt(strata.length)]!]
        const asked = performance.now()
        for (let done = false; !done; ) {
          await client.query('begin')
          const { rows } = await client.query<{ slot: number }>(take, [stratum])
          await sleep(randomInt(5))
          await client.query('update control.slot set participant = $3 where stratum = $1 and slot = $2', [
            stratum,
            rows[0]!.slot,
            participant,
          ])
          done = randomInt(10) > 0
          await client.query(done ? 'commit' : 'rollback')
        }
        seen.push({ participant, stratum, asked, answered: performance.now() })
      }
    })
  await Promise.all(Array.from({ length: workers }, worker))
  const slots = await connectedTo(adminUrl, async (client) => {
    const { rows } = await client.query<{ participant: string; slot: number }>(
      'select participant, slot from control.slot where participant is not null',
    )
    return new Map(rows.map(({ participant, slot }) => [participant, slot]))
  })
  return violationsOf(seen.map((each) => ({ ...each, slot: slots.get(each.participant)! })))
}
