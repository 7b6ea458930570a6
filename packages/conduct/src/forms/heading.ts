import type { CompiledForm, Refusal } from '@trialwright/protocol'
import { consentDay } from '../consent/versions.ts'
import type { Asking, Refusals } from '../participant/asking.ts'
import { at, refuse } from '../refusals/refuse.ts'
import { pastDay, tidy, words } from '../typed.ts'
import type { RecordForm } from './commands.ts'
import type { FormRecorded } from './events.ts'
import { reasonFor } from './reason.ts'
import type { FormState } from './state.ts'

/** Day and laboratory of a form: checked, and corrected with a reason like any value. */
export function headingOf(
  { state, context }: Asking,
  { day, laboratory, reasons }: RecordForm,
  form: CompiledForm,
  before: FormState | undefined,
  isLog = false,
): { readonly refusals: Refusals; readonly corrected?: FormRecorded['corrected'] } {
  const refusals: Refusal[] = [...pastDay(day, 'day', context.today)]
  const since = consentDay(state)
  if (refusals.length === 0 && since !== undefined && day < since)
    refusals.push(at('day', refuse('dayBeforeConsent', { day: since })))
  if (!form.laboratory && laboratory !== undefined) refusals.push(at('laboratory', refuse('laboratoryNotExpected')))
  if (form.laboratory && laboratory === undefined && before?.laboratory === undefined)
    refusals.push(at('laboratory', refuse('laboratoryMissing')))
  if (form.laboratory && laboratory !== undefined) refusals.push(...words(laboratory, 'laboratory', 100))

  if (isLog && day !== context.today) refusals.push(at('day', refuse('logIsOfToday', { day: context.today })))
  const newDay = !isLog && before !== undefined && before.day !== day
  const newLaboratory = before !== undefined && laboratory !== undefined && tidy(laboratory) !== before.laboratory
  if (newDay) refusals.push(...reasonFor(reasons, 'day'))
  if (newLaboratory) refusals.push(...reasonFor(reasons, 'laboratory'))
  if (refusals.length > 0 || !(newDay || newLaboratory)) return { refusals }
  const reasonOf = (field: string) => tidy(reasons?.[field] ?? '')
  return {
    refusals,
    corrected: {
      ...(newDay ? { day: { previous: before.day, reason: reasonOf('day') } } : {}),
      ...(newLaboratory ? { laboratory: { previous: before.laboratory, reason: reasonOf('laboratory') } } : {}),
    },
  }
}
