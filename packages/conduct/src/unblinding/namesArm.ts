import type { Study } from '@trialwright/protocol'
import type { Refusals } from '../participant/asking.ts'
import { at, refuse } from '../refusals/refuse.ts'

/**
 * Words that blinded people will read must not name an arm. The names of all arms are public, so this refusal tells
 * nothing. It cannot see what is said in other words.
 */
export function armRefusals({ compiled }: Study, field: string, text: string): Refusals {
  const said = text.toLowerCase()
  const names = compiled.arms.flatMap(({ id, title, product }) => [id, title.en, title.nb, product.en, product.nb])
  return names.some((name) => said.includes(name.toLowerCase())) ? [at(field, refuse('armNamed'))] : []
}
