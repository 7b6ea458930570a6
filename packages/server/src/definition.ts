import { isBlinded, type Role } from '@trialwright/conduct'
import type { CompiledItem, CompiledStudy } from '@trialwright/protocol'

/**
 * The definition as a reader may see it. Who is blind, and the public, learn neither how the list is drawn nor how a bag
 * is prepared and what is kept in stock for it, for these help to guess an arm; nor items that only unblinded roles fill in.
 */
export function definitionFor(compiled: CompiledStudy, reader: Role | 'public'): CompiledStudy {
  if (reader !== 'public' && !isBlinded(reader)) return compiled
  const known = shownToTheBlind.get(compiled) ?? toTheBlind(compiled)
  shownToTheBlind.set(compiled, known)
  return known
}

const shownToTheBlind = new WeakMap<CompiledStudy, CompiledStudy>()
const texts = new WeakMap<CompiledStudy, string>()

/** The same as JSON, written once: it is some 400 kB, and the first thing every page asks for. */
export function definitionText(compiled: CompiledStudy, reader: Role | 'public'): string {
  const shown = definitionFor(compiled, reader)
  const text = texts.get(shown) ?? JSON.stringify(shown)
  texts.set(shown, text)
  return text
}

function toTheBlind(compiled: CompiledStudy): CompiledStudy {
  const { ratio, stratifyBy } = compiled.randomisation
  const { supply: _, ...shown } = compiled
  return {
    ...shown,
    randomisation: { ratio, stratifyBy } as CompiledStudy['randomisation'],
    arms: compiled.arms.map((arm) => ({ ...arm, preparation: undefined })),
    forms: compiled.forms.map((form) => ({ ...form, items: visible(form.items) })),
    assumptions: compiled.assumptions.filter(({ value }) => !isSecret(value, compiled)),
  }
}

const visible = (items: readonly CompiledItem[]): readonly CompiledItem[] =>
  items
    .filter(({ blinding }) => blinding !== 'unblindedOnly')
    .map((item) => (item.columns ? { ...item, columns: visible(item.columns) } : item))

/** An assumption whose value is a parameter of the draw, such as the block sizes, would tell it beside the rule that hides it. */
const isSecret = (value: unknown, { randomisation }: CompiledStudy): boolean => {
  const { blocks, tolerance, probability } = randomisation
  const secrets = [blocks.length > 0 ? blocks : undefined, tolerance, probability]
  return secrets.some((secret) => secret !== undefined && JSON.stringify(value) === JSON.stringify(secret))
}
