import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { largeStudySource } from '../testing/largeStudy.ts'

/*
 * A study of 30 forms with 20 items and 60 criteria, far more than a real one has, must not make its author's editor
 * slow. What its types cost is counted as the type checker's instantiations beyond those of the import alone.
 * Measured with TypeScript 7.0.2: 14 316. The budget leaves half as much again.
 */
const budget = 21_000

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const cache = path.join(root, 'node_modules/.cache')
mkdirSync(cache, { recursive: true })
/** Inside node_modules, so that the package is found by its name. */
const folder = mkdtempSync(path.join(cache, 'budget-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Type instantiations of one program; throws what the checker has against it. */
async function instantiations(name: string, files: Readonly<Record<string, string>>): Promise<number> {
  const home = path.join(folder, name)
  mkdirSync(home)
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(home, file), text)
  const config = { extends: path.join(root, 'tsconfig.base.json'), include: ['.'] }
  writeFileSync(path.join(home, 'tsconfig.json'), JSON.stringify(config))
  const checker = path.join(root, 'node_modules/typescript/bin/tsc')
  const report = await new Promise<string>((resolve) => {
    execFile(process.execPath, [checker, '-p', home, '--extendedDiagnostics'], (_, stdout) => resolve(stdout))
  })
  const errors = report.split('\n').filter((line) => line.includes(path.basename(folder)))
  if (errors.length > 0) throw new Error(errors.join('\n'))
  return Number(/Instantiations:\s+(\d+)/.exec(report)?.[1])
}

describe('the type work of a large study', () => {
  const size = { forms: 30, items: 20, criteria: 60 }
  const cost = async (name: string, files: Readonly<Record<string, string>>) =>
    (await instantiations(name, files)) - (await least)
  const least = instantiations('import', { 'study.ts': "export * from '@trialwright/protocol'\n" })

  test('30 forms of 20 items and 60 criteria stay within the budget', async () => {
    const large = await cost('large', largeStudySource(size))
    expect(large).toBeGreaterThan(0)
    expect(large).toBeLessThan(budget)
  }, 120_000)

  test('a study twice as large costs about twice as much', async () => {
    const half = await cost('half', largeStudySource({ ...size, forms: 15, criteria: 30 }))
    const whole = await cost('whole', largeStudySource(size))
    expect(whole).toBeLessThan(2.2 * half)
  }, 120_000)

  test('a wrong program is seen, so that what is counted was checked', async () => {
    const wrong = { 'study.ts': "import { months } from '@trialwright/protocol'\nexport const x: string = months(1)\n" }
    await expect(instantiations('wrong', wrong)).rejects.toThrow('TS2322')
  }, 120_000)
})
