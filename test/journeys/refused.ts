import type { Refusal } from '@trialwright/protocol'
import { expect } from 'vitest'
import { footprint } from './footprint.ts'
import { Refused } from './person.ts'
import type { Trial } from './trial.ts'

/**
 * The step is refused with this code, in words a person can read in both languages, with a way out; and nothing was
 * written. Returns the refusal.
 */
export async function expectRefused(
  trial: Trial,
  step: () => Promise<unknown>,
  code: string,
  expected: { readonly status?: number; readonly says?: string; readonly field?: string } = {},
): Promise<Refusal> {
  const before = await footprint(trial)
  const outcome = await step().then(
    () => 'it was done',
    (error: unknown) => error,
  )
  if (!(outcome instanceof Refused)) throw new Error(`${code} was expected, but ${String(outcome)}`)
  expect({ status: outcome.status, codes: outcome.refusals.map((each) => each.code) }).toMatchObject({
    status: expected.status ?? 422,
    codes: expect.arrayContaining([code]),
  })
  for (const refusal of outcome.refusals) expectReadable(refusal)
  const found = outcome.refusals.filter((each) => each.code === code)
  const said = found.flatMap(({ reason }) => [reason.en, reason.nb]).join(' ')
  if (expected.says !== undefined) expect(said).toContain(expected.says)
  if (expected.field !== undefined) expect(found.map(({ field }) => field)).toContain(expected.field)
  expect(await footprint(trial)).toEqual(before)
  return found[0] as Refusal
}

/** Sentences in either language, not one for both, without the marks of a text put together wrongly. */
export function expectReadable({ code, reason, remedy }: Refusal): void {
  const faults = [reason, remedy].filter(
    ({ en, nb }) =>
      en === nb ||
      ![en, nb].every((sentence) => /^\S+ .*\S$/.test(sentence) && !/undefined|null|NaN|[{}[\]]/.test(sentence)),
  )
  expect({ code, faults }).toEqual({ code, faults: [] })
}
