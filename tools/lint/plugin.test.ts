import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const caught = [
  ['randomness that no test can repeat', 'export const a = Math.random()', 'eslint(no-restricted-properties)'],
  ['a date from a text', `export const a = new Date('2026-03-01')`, 'trialwright(no-date-from-argument)'],
  ['a date parsed', `export const a = Date.parse('2026-03-01')`, 'trialwright(no-date-from-argument)'],
  [
    'a statement with a value in it',
    'export const a = (b: string) => `select * from c where d = ${b}`',
    'trialwright(no-built-sql)',
  ],
  [
    'a statement put together',
    `export const a = (b: string) => 'delete from c where d = ' + b`,
    'trialwright(no-built-sql)',
  ],
  [
    'a query with a value in it',
    'export const a = (b: { query(c: string): number }, c: string) => b.query(`vacuum ${c}`)',
    'trialwright(no-built-sql)',
  ],
  ['PostgreSQL outside records', `import pg from 'pg'\nexport const a = pg.types`, 'eslint(no-restricted-imports)'],
  [
    'a promise nobody waits for',
    'export const a = async () => 1\nexport const b = () => { a() }',
    'typescript(no-floating-promises)',
  ],
  ['any', 'export const a = (b: any): number => b', 'typescript(no-explicit-any)'],
] as const

const passed = [
  ['the present', 'export const a = new Date()'],
  [
    'a statement with parameters',
    'export const a = (b: { query(c: string, d: string[]): number }) => b.query(`select $1`, ["x"])',
  ],
  [
    'a quoted name',
    'export const a = (escapeIdentifier: (b: string) => string, b: string) => `drop database ${escapeIdentifier(b)}`',
  ],
  ['the tag sql', 'export const a = (sql: (b: TemplateStringsArray, ...c: string[]) => string) => sql`select ${"x"}`'],
  ['a sentence that begins like a statement', 'export const a = (b: string) => `selected ${b}`'],
] as const

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-lint-'))
const broken = new Map<string, string[]>()

beforeAll(() => {
  for (const [name, text] of [...caught, ...passed]) writeFileSync(fileOf(name), `${text}\n`)
  const linter = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const config = path.join(root, '.oxlintrc.json')
  const { stdout, stderr } = spawnSync(process.execPath, [linter, '--config', config, '--format=json', folder], {
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
  for (const { code, filename } of diagnostics) {
    const file = path.basename(filename)
    broken.set(file, [...(broken.get(file) ?? []), code])
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(name: string): string {
  return path.join(folder, `${name.replaceAll(' ', '-')}.ts`)
}

/** The rules that the planted file breaks. */
function rulesBroken(name: string): readonly string[] {
  return broken.get(path.basename(fileOf(name))) ?? []
}

test.each(caught)('the linter catches %s', (name, _, rule) => {
  expect(rulesBroken(name)).toContain(rule)
})

test.each(passed)('the linter lets pass %s', (name) => {
  expect(rulesBroken(name)).toEqual([])
})
