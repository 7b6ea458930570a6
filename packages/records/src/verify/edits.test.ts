import { runs } from '@trialwright/test-support'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conducted, openConductedTrial } from '../testing/conducted.ts'
import { studyId } from '../testing/trial.ts'
import type { Problem } from './problem.ts'

let trial: Conducted
beforeAll(async () => void (trial = await openConductedTrial()))
afterAll(() => trial[Symbol.asyncDispose]())

/** Tables of events and the sizes of their logs. */
const logs = { open: { table: 'record.event', size: 50 }, sealed: { table: 'unblinded.event', size: 25 } } as const
const where = (position: number): string => `study_id = '${studyId}' and position = ${position}`

type Edit = {
  readonly statements: readonly string[]
  readonly named: Problem | { readonly log: string; readonly position: number } | { readonly code: string }
}

const logName = fc.constantFrom('open' as const, 'sealed' as const)
const inLog = logName.chain((log) =>
  fc.record({ log: fc.constant(log), position: fc.nat(logs[log].size - 1), other: fc.nat(logs[log].size - 1) }),
)

const columnEdits: Readonly<Record<string, string>> = {
  type: `'Other'`,
  actor: `'someone-else'`,
  role: `'investigator-x'`,
  site: `coalesce(site, '') || 'x'`,
  definition_hash: `'0000'`,
  recorded_at: `recorded_at - interval '1 day'`,
}

/** Every way a superuser may alter a log, with the record that must be named. */
const logEdit: fc.Arbitrary<Edit> = inLog.chain(({ log, position, other }) => {
  const { table, size } = logs[log]
  const leaf = `log = '${log}' and ${where(position)}`
  const [first, second] = [Math.min(position, other), Math.max(position, other)]
  const edit = (named: Edit['named'], ...statements: string[]): fc.Arbitrary<Edit> => fc.constant({ statements, named })
  const at = (code: Problem['code'], place = position) => ({ code, log, position: place })
  return fc.oneof(
    edit(
      at('changedRecord'),
      `update ${table} set record = replace(record, '"study":', '"study" :') where ${where(position)}`,
    ),
    edit(
      at('changedRecord'),
      `update ${table} set record = overlay(record placing 'ø' from 20 for 1) where ${where(position)}`,
    ),
    fc.constantFrom(...Object.keys(columnEdits)).map((column) => ({
      statements: [`update ${table} set ${column} = ${columnEdits[column]} where ${where(position)}`],
      named: { code: 'changedColumn', log, position, column },
    })),
    edit(at('changedColumn'), `update ${table} set stream_id = 'elsewhere' where ${where(position)}`),
    edit(at('changedColumn'), `update ${table} set version = version + 1000 where ${where(position)}`),
    edit(at('missingRecord'), `delete from ${table} where ${where(position)}`),
    edit(at('missingLeaf'), `delete from audit.leaf where ${leaf}`),
    edit(at('changedRecord'), `update audit.leaf set leaf_hash = sha256('x') where ${leaf}`),
    edit(at('missingRecord', first), `delete from ${table} where study_id = '${studyId}' and position >= ${first}`),
    edit(
      at('missingRecord', first),
      `delete from ${table} where study_id = '${studyId}' and position >= ${first}`,
      `delete from audit.leaf where study_id = '${studyId}' and log = '${log}' and position >= ${first}`,
    ),
    edit(
      at('extraRecord', size),
      `insert into ${table} select study_id, ${size}, 'inserted', 1, type, actor, role, site, definition_hash, recorded_at, record from ${table} where ${where(position)}`,
    ),
    edit(at('extraLeaf', size), `insert into audit.leaf values ('${studyId}', '${log}', ${size}, sha256('x'))`),
    edit(
      { code: 'otherPeaks' },
      `update audit.log set peaks = peaks[1:1] || array[sha256('x')] where study_id = '${studyId}' and log = '${log}'`,
    ),
    edit(
      at('extraRecord', size - 1),
      `update audit.log set size = ${size - 1} where study_id = '${studyId}' and log = '${log}'`,
    ),
    edit({ code: 'missingLog' }, `delete from audit.log where study_id = '${studyId}' and log = '${log}'`),
    edit(
      { code: 'otherPeaks' },
      `update audit.leaf set leaf_hash = (select sha256('\\x00'::bytea || convert_to(replace(record, '"role":"', '"role":"x'), 'UTF8')) from ${table} where ${where(position)}) where ${leaf}`,
      `update ${table} set role = 'x' || role, record = replace(record, '"role":"', '"role":"x') where ${where(position)}`,
    ),
    first === second
      ? edit(at('missingRecord'), `delete from ${table} where ${where(position)}`)
      : edit(
          at('changedRecord', first),
          `update ${table} t set record = o.record from ${table} o where t.study_id = '${studyId}' and o.study_id = t.study_id
             and t.position in (${first}, ${second}) and o.position = ${first + second} - t.position`,
        ),
  )
})

test('P11-01 P11-09 given a random edit of a log, when verified, then it is found and the first bad record named', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(logEdit, fc.constantFrom(7, 25, 4_000), async ({ statements, named }, pageSize) => {
      const { problem } = await trial.verifyAfter(statements, pageSize)
      expect(problem).toMatchObject(named)
      if ('position' in named) expect(problem?.text.en).toContain(` ${named.position} `)
    }),
    runs(100),
  )
})
