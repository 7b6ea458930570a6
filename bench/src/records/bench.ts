import { benchAppend } from '@trialwright/records/bench/append'
import { benchVerify } from '@trialwright/records/bench/verify'
import { spreadOf } from '../rounds.ts'
import { number, type Options, type Section } from '../section.ts'

/** The records' own benches: durable, audited commands, and verification of what they wrote. */
export async function recordsSections({ quick, say }: Options): Promise<readonly Section[]> {
  say('records: commands by 20 clients, ours and a hash chain inside the database in turns')
  const append = await benchAppend(quick ? { rounds: 1, seconds: 0.1 } : { rounds: 5, seconds: 4 })
  say('records: verifying the log, against a plain SHA-256 chain over the same bytes')
  const { events, hashing, database } = await benchVerify(quick ? { rounds: 1, events: 400 } : {})
  const ratios = spreadOf(append.ratios)
  return [
    {
      title: 'Durable audited commands, 20 clients',
      about: 'Commands a second in real time, one event each, on an embedded server with durable commits.',
      lines: [
        {
          name: 'hash chain kept inside the database',
          figure: `${number(append.control.perSecond)}/s`,
          spread: `p99 ${number(append.control.p99)} ms`,
        },
        {
          name: 'ours',
          figure: `${number(append.grouped.perSecond)}/s`,
          spread: `p99 ${number(append.grouped.p99)} ms`,
          ratio: `${append.ratio.toFixed(1)} (${ratios.min.toFixed(1)}–${ratios.max.toFixed(1)})`,
          goal: '≥ 2',
          met: append.ratio >= 2,
        },
      ],
    },
    {
      title: 'Verification of the log',
      about: `Events a second, ${number(events)} events; against one SHA-256 chain over the same bytes.`,
      lines: [
        { name: 'plain chain, in memory', figure: `${number(hashing.chain)}/s` },
        { name: 'leaves and tree, in memory', figure: `${number(hashing.merkle)}/s`, ...against(hashing.ratio) },
        { name: 'plain chain, read from the database', figure: `${number(database.chain)}/s` },
        { name: '`verify`, everything it checks', figure: `${number(database.verify)}/s`, ...against(database.ratio) },
      ],
    },
  ]
}

const against = (ratio: number) => ({ ratio: ratio.toFixed(2), goal: '≥ 0.5', met: ratio >= 0.5 })
