import type { Actor } from '../context.ts'
import type { Refusals } from '../participant/asking.ts'
import { at, refuse } from '../refusals/refuse.ts'
import { tidy, words } from '../typed.ts'

/* What people type in a pharmacy. Names are short: sealed records of either arm have one size. */

export const vialRefusals = (vials: number): Refusals =>
  Number.isInteger(vials) && vials >= 1 && vials <= 9999 ? [] : [at('vials', refuse('vialCountInvalid'))]

/** A person's name that is not the actor's own. */
export function otherPerson(
  name: string | undefined,
  field: string,
  { account, printedName }: Actor,
  code: 'witnessIsYou' | 'receiverIsYou' | 'secondPersonIsFirst' = 'witnessIsYou',
): Refusals {
  const wrong = words(name, field, 100)
  if (wrong.length > 0) return wrong
  const typed = tidy(name ?? '').toLowerCase()
  return [account, printedName].some((own) => own.toLowerCase() === typed) ? [at(field, refuse(code))] : []
}
