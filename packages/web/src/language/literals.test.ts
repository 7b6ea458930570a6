import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('..', import.meta.url))
const spoken = new Set(['title', 'alt', 'placeholder', 'aria-label', 'label'])

/** Words a person would read that stand in the source instead of in the messages. */
function literalsIn(code: string): readonly string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    const { type, value, name } = node as { type?: string; value?: unknown; name?: { name?: string } }
    if (type === 'JSXText' && /\p{L}/u.test(String(value))) found.push(String(value).trim())
    if (type === 'JSXAttribute' && spoken.has(name?.name ?? '')) {
      const { type: kind, value: said } = (value ?? {}) as { type?: string; value?: unknown }
      if (kind === 'Literal' && /\p{L}/u.test(String(said))) found.push(String(said))
    }
    Object.values(node).forEach(visit)
  }
  visit(parseAst(code, { lang: 'tsx' }))
  return found
}

const units = ['kg', 'mL', 'mg']

test('no screen has a text of its own', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  const found = files.flatMap((file) =>
    literalsIn(readFileSync(path.join(source, file), 'utf8'))
      .filter((text) => !units.includes(text))
      .map((text) => `${file}: ${text}`),
  )
  expect(files.length).toBeGreaterThan(50)
  expect(found).toEqual([])
})

test('a text in a screen would be found', () => {
  expect(literalsIn('const a = <p title="Hello">Some words<b>{1}</b></p>')).toEqual(['Hello', 'Some words'])
  expect(literalsIn('const a = <p className="x">{t("a.b")} · 3</p>')).toEqual([])
})
