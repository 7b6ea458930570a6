import { describe, expect, test } from 'vitest'
import { checkDependencyPage } from './dependencyPage.ts'
import { checkFileLength } from './fileLength.ts'
import { checkLockfile } from './lockfile.ts'
import { checkNumbering } from './numbering.ts'
import { checkStudyNames } from './studyNames.ts'

describe('the lock file', () => {
  const check = (packages: object) => checkLockfile({ path: 'lock', text: JSON.stringify({ packages }) })
  const good = { 'packages/a': { version: '1.0.0' }, 'node_modules/a': { resolved: 'packages/a', link: true } }

  test('may link workspaces and hold checksums', () => {
    expect(check({ ...good, 'node_modules/b': { version: '1.0.0', integrity: 'sha512-x' } })).toEqual([])
  })
  test('names no registry', () => {
    const b = { integrity: 'sha512-x', resolved: 'https://registry.example/b.tgz' }
    expect(check({ 'node_modules/b': b })).toEqual([expect.stringContaining('remove "resolved"')])
  })
  test('has a checksum for each package', () => {
    expect(check({ 'node_modules/b': { version: '1.0.0' } })).toEqual([expect.stringContaining('no checksum')])
  })
  test('holds the packages of other platforms too', () => {
    const b = { integrity: 'sha512-x', optionalDependencies: { 'b-darwin': '1.0.0' } }
    expect(check({ 'node_modules/b': b })).toEqual([expect.stringContaining('b-darwin is missing')])
  })
})

describe('the numbers of migrations', () => {
  const check = (...names: readonly string[]) =>
    checkNumbering(
      'sql',
      names.map((name) => ({ path: `sql/${name}`, text: '' })),
    )

  test('follow each other', () => {
    expect(check('0001-a.sql', '0002-b.sql')).toEqual([])
  })
  test('are given once, whoever landed first', () => {
    expect(check('0001-a.sql', '0001-b.sql')).toEqual([expect.stringContaining('0001-b.sql: should have number 0002')])
  })
})

describe('the page of dependencies', () => {
  const manifest = { path: 'package.json', text: '{ "dependencies": { "@trialwright/a": "0.1.0", "pg": "8.0.0" } }' }
  const check = (text: string, source = manifest) => checkDependencyPage([source], { path: 'page', text })

  test('may name each with its exact version', () => {
    expect(check('| `pg` | 8.0.0 | MIT |')).toEqual([])
  })
  test('lacks none', () => {
    expect(check('')).toEqual(['page: has no row for pg 8.0.0, which package.json declares.'])
  })
  test('has no other version', () => {
    expect(check('| `pg` | 7.0.0 | MIT |')).toEqual(['page: says pg 7.0.0, but package.json declares 8.0.0.'])
  })
  test('has none too many', () => {
    expect(check('| `pg` | 8.0.0 | MIT |\n| `left` | 1.0.0 | MIT |')).toEqual([
      expect.stringContaining('left is no direct'),
    ])
  })
  test('catches a version that is a range', () => {
    const range = { path: 'package.json', text: '{ "devDependencies": { "pg": "^8.0.0" } }' }
    expect(check('| `pg` | 8.0.0 | MIT |', range)).toEqual([
      'package.json: pg has the version "^8.0.0"; give one exact version.',
    ])
  })
})

describe('the name of a study', () => {
  const check = (path: string, text: string) => checkStudyNames(['left-to-right'], [{ path, text }])

  test.each(['left-to-right', 'LeftToRight', 'LEFT_TO_RIGHT', 'left to right', 'lefttoright'])(
    '%s is not in packages/',
    (name) => {
      expect(check('packages/a.sql', `first\n-- ${name}`)).toEqual([expect.stringMatching(/^packages\/a\.sql:2: /)])
    },
  )
  test('may stand in its own folder', () => {
    expect(check('studies/left-to-right/study.ts', 'LeftToRight')).toEqual([])
  })
})

test('a file has at most 300 lines', () => {
  expect(checkFileLength([{ path: 'a.ts', text: 'x\n'.repeat(300) }])).toEqual([])
  expect(checkFileLength([{ path: 'a.ts', text: 'x\n'.repeat(301) }])).toEqual([expect.stringContaining('a.ts')])
})
