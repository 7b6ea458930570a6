import { describe, expect, test } from 'vitest'
import { ARROWS, checkArrows, type Package } from './arrows.ts'

const version = { '@trialwright/protocol': '0.1.0' }
const packages: readonly Package[] = [
  {
    folder: 'packages/protocol',
    name: '@trialwright/protocol',
    exports: { '.': './src/index.ts', './c': './src/c.ts' },
  },
  { folder: 'packages/conduct', name: '@trialwright/conduct', dependencies: version },
  { folder: 'packages/web', name: '@trialwright/web', dependencies: { ...version, '@trialwright/server': '0.1.0' } },
  { folder: 'studies/x', name: '@trialwright/study-x', dependencies: { ...version, '@trialwright/conduct': '0.1.0' } },
]

const findings = (path: string, text: string) => checkArrows(packages, [{ path, text }])

describe('the arrows', () => {
  test.each([
    ['an import along the arrow', 'packages/conduct/src/a.ts', `import { b } from '@trialwright/protocol'`],
    ['another door that a package names', 'packages/conduct/src/a.ts', `import { b } from '@trialwright/protocol/c'`],
    ['a neighbour in the same package', 'packages/conduct/src/a.ts', `import { b } from '../src/b.ts'`],
    ['Node itself', 'packages/conduct/src/a.ts', `import fs from 'node:fs'`],
    [
      'a test that uses the test support',
      'packages/conduct/src/a.test.ts',
      `import { b } from '@trialwright/test-support'`,
    ],
    ['an import in a comment', 'packages/protocol/src/a.ts', `// import { b } from '@trialwright/server'`],
  ])('let pass %s', (_, path, text) => {
    expect(findings(path, text)).toEqual([])
  })

  test.each([
    [
      'an import against the arrow',
      'packages/protocol/src/a.ts',
      `import { b } from '@trialwright/conduct'`,
      'may import no other package',
    ],
    [
      'a type against the arrow',
      'packages/protocol/src/a.ts',
      `import type { B } from '@trialwright/conduct'`,
      'may import no other package',
    ],
    [
      'a re-export against the arrow',
      'packages/protocol/src/a.ts',
      `export * from '@trialwright/conduct'`,
      'may import no other package',
    ],
    [
      'an import of many lines',
      'packages/protocol/src/a.ts',
      `import {\n  b,\n} from '@trialwright/conduct'`,
      'may import no other package',
    ],
    [
      'a dynamic import',
      'packages/protocol/src/a.ts',
      `await import('@trialwright/conduct')`,
      'may import no other package',
    ],
    [
      'server code in the web',
      'packages/web/src/a.tsx',
      `import { b } from '@trialwright/server'`,
      'only protocol, not server',
    ],
    [
      'a study that reaches past the language',
      'studies/x/a.ts',
      `import { b } from '@trialwright/conduct'`,
      'only protocol, not conduct',
    ],
    [
      'a package entered past its index',
      'packages/conduct/src/a.ts',
      `import { b } from '@trialwright/protocol/src/b.ts'`,
      'through its index',
    ],
    [
      'a path into another package',
      'packages/conduct/src/a.ts',
      `import { b } from '../../protocol/src/b.ts'`,
      'leaves the folder',
    ],
    [
      'the test support in product code',
      'packages/conduct/src/a.ts',
      `import { b } from '@trialwright/test-support'`,
      'only protocol',
    ],
    [
      'a library that is not declared',
      'packages/conduct/src/a.ts',
      `import pino from 'pino'`,
      '"pino" is not declared',
    ],
  ])('catch %s', (_, path, text, sentence) => {
    expect(findings(path, text)).toEqual([expect.stringContaining(sentence)])
    expect(findings(path, text)[0]).toMatch(new RegExp(`^${path}:1: `))
  })

  test('catch a package whose arrows nobody drew', () => {
    const stranger = { folder: 'packages/stranger', name: '@trialwright/stranger' }
    expect(checkArrows([stranger], [])).toEqual([expect.stringContaining('packages/stranger')])
  })

  test('lead back to no package', () => {
    const reached = (name: string): string[] => (ARROWS[name] ?? []).flatMap((next) => [next, ...reached(next)])
    for (const name of Object.keys(ARROWS)) expect(reached(name)).not.toContain(name)
  })
})
