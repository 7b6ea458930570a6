import { findingsOf, type Check, type Finding } from './finding.ts'

const { error, warning } = findingsOf('translations')

/** Longer texts are hardly ever the same in both languages; names and abbreviations are. */
const longText = 30

/** Every text in both languages. */
export const translations: Check = (study) => [...textsIn('', study)]

function* textsIn(path: string, value: unknown): Generator<Finding> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value) && ('en' in value || 'nb' in value)) {
    const { en, nb } = value as { en?: unknown; nb?: unknown }
    const empty = (text: unknown) => typeof text !== 'string' || text.trim() === ''
    if (empty(en)) yield error(path, 'The English text is missing.', 'Den engelske teksten mangler.')
    if (empty(nb)) yield error(path, 'The Norwegian text is missing.', 'Den norske teksten mangler.')
    if (en === nb && typeof en === 'string' && en.length > longText && en.includes(' '))
      yield warning(
        path,
        'The Norwegian text is the English one, not translated.',
        'Den norske teksten er den engelske, uten oversettelse.',
      )
    return
  }
  for (const [key, part] of Object.entries(value)) {
    const name =
      typeof part === 'object' && part !== null && 'id' in part && typeof part.id === 'string' ? part.id : key
    const next =
      path === '' ? name : path.endsWith('.items') ? `${path.slice(0, -'.items'.length)}.${name}` : `${path}.${name}`
    yield* textsIn(next, part)
  }
}
