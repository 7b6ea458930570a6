import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { leafHash, rootOf } from '@trialwright/records'
import { afterEach, expect, test, vi } from 'vitest'
import { verifyExport } from './verify-export.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-export-'))
const records = [0, 1, 2, 3, 4].map((position) => JSON.stringify({ event: { note: `n${position}` }, position }))
const lines = records.map((record, position) => ({ position, leafHash: leafHash(record), record }))
const checkpoint = { study: 'small', log: 'open', size: 5, root: rootOf(lines.map((line) => line.leafHash)) }

const verdict = async (written: readonly unknown[]) => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const file = path.join(folder, 'audit.ndjson')
  writeFileSync(file, written.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const code = await verifyExport([file])
  return { code, said: said.mock.calls.flat().join(' ') }
}
afterEach(() => vi.restoreAllMocks())

test('EMA-06 given a whole export, then its records, their number and root are told', async () => {
  expect(await verdict([...lines, { checkpoint }])).toEqual({
    code: 0,
    said: `small: 5 records, root ${checkpoint.root}`,
  })
})

test('given a record of which only the leaf is told, then it counts, and that it is withheld is told', async () => {
  const { position, leafHash: leaf } = lines[2]!
  const written = [...lines.slice(0, 2), { position, leafHash: leaf, withheld: 'StudyOpened' }, ...lines.slice(3)]
  const { code, said } = await verdict([...written, { checkpoint }])
  expect(code).toBe(0)
  expect(said).toContain('record 2 (StudyOpened)')
  const other = { position, leafHash: lines[1]!.leafHash, withheld: 'StudyOpened' }
  const found = await verdict([...lines.slice(0, 2), other, ...lines.slice(3), { checkpoint }])
  expect(found).toMatchObject({ code: 1, said: expect.stringContaining('another root') })
})

test.each([
  [
    'a changed record',
    [{ ...lines[0], record: records[0]!.replace('n0', 'n9') }, ...lines.slice(1), { checkpoint }],
    'Line 1 was changed',
  ],
  ['a changed record with a new hash', [swapped(), ...lines.slice(1), { checkpoint }], 'Line 6 tells another root'],
  ['a record left out', [...lines.slice(0, 2), ...lines.slice(3), { checkpoint }], 'Line 3 has position 3, not 2'],
  ['a file cut off', lines, 'Line 6 is missing'],
  ['fewer records than told', [...lines.slice(0, 4), { checkpoint }], 'Line 5 tells 5 records; the file has 4'],
  ['something behind the end', [...lines, { checkpoint }, lines[0]], 'Line 7 stands behind the checkpoint'],
])('P11-03 given %s, then the first bad line is named', async (_, written, said) => {
  const found = await verdict(written)
  expect(found.code).toBe(1)
  expect(found.said).toContain(said)
})

function swapped() {
  const record = records[0]!.replace('n0', 'n9')
  return { position: 0, leafHash: leafHash(record), record }
}
