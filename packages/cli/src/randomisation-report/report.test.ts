import { compileStudy } from '@trialwright/protocol/compile'
import { loadStudy } from '@trialwright/protocol'
import { smallStudy } from '@trialwright/protocol/testing'
import { describe, expect, test } from 'vitest'
import { simulate } from './command.ts'
import { pageOf } from './page.ts'
import { textOf } from './text.ts'

const study = loadStudy(compileStudy(smallStudy))
const setting = { runs: 60, seed: 3, language: 'en' } as const
const report = simulate(study, setting, () => undefined)

describe('the report', () => {
  test('RND-05 given a study, when simulated, then its own scheme stands first, beside every other method', () => {
    expect(report.tried.map(({ own }) => own)).toEqual([true, ...report.tried.slice(1).map(() => false)])
    expect(report.tried[0]!.name.en).toContain('(4, 6)')
    const names = report.tried.map(({ name }) => name.en).join('\n')
    for (const method of ['simple', 'permuted blocks of 2', 'big stick design (3)', 'biased coin', 'minimisation'])
      expect(names).toContain(method)
    expect(report.participants).toBe(study.compiled.sites.reduce((sum, { target }) => sum + target, 0))
  })

  test('given the same seed, when simulated again, then not a byte differs; another seed gives others', () => {
    const page = pageOf(report, 'en')
    expect(
      pageOf(
        simulate(study, setting, () => undefined),
        'en',
      ),
    ).toBe(page)
    expect(
      pageOf(
        simulate(study, { ...setting, seed: 4 }, () => undefined),
        'en',
      ),
    ).not.toBe(page)
  })

  test('given progress is asked for, when simulated, then a line for each scheme', () => {
    const lines: string[] = []
    simulate(study, { ...setting, runs: 1 }, (line) => lines.push(line))
    expect(lines).toHaveLength(report.tried.length)
  })
})

describe.each(['en', 'nb'] as const)('in %s', (language) => {
  test('the page holds a row and a source for each scheme, three plots, a warning and the verdict, and needs no other file', () => {
    const page = pageOf(report, language)
    expect(page).toContain(`<html lang="${language}">`)
    expect(page.match(/<figure>/g)).toHaveLength(3)
    expect(page.match(/<th scope="row">/g)).toHaveLength(report.tried.length)
    expect(page.match(/<li>/g)).toHaveLength(report.tried.length)
    expect(page).toMatch(language === 'en' ? /not for blinded roles/ : /ikke for blindede roller/)
    expect(page).toMatch(language === 'en' ? /needs (no|a) sign-off/ : /krever (ingen )?godkjenning/)
    expect(page).not.toMatch(/undefined|NaN|\[object|<script|src=|href=|url\(/)
  })

  test('figures are written as the language writes them, in the table for the terminal too', () => {
    const [text, page] = [textOf(report, language).join('\n'), pageOf(report, language)]
    for (const all of [text, page]) {
      expect(all).toMatch(language === 'en' ? /\d\.\d %/ : /\d,\d %/)
      expect(all).not.toMatch(language === 'en' ? /\d,\d %/ : /\d\.\d %/)
    }
    expect(text).toMatch(/^ {2}▸ .*\(4, 6\)/m)
  })
})

test('a block of two needs a sign-off', () => {
  const { randomisation, sites } = study.compiled
  const changed = {
    randomisation: { ...randomisation, blocks: [2] },
    sites: sites.map((site) => ({ ...site, target: 6 })),
  }
  const guessable = { ...study, compiled: { ...study.compiled, ...changed } }
  const text = textOf(
    simulate(guessable, setting, () => undefined),
    'en',
  ).join('\n')
  expect(text).toContain('the study’s scheme needs a sign-off to open')
})
