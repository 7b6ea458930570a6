import type { Study } from '@trialwright/protocol'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { keyOfStudy, participantPath } from '../../api/queries.ts'
import { useCommand } from '../../api/useCommand.ts'
import { usePlace } from '../../api/useStudy.ts'
import type { VisitVerification } from '../../api/verificationTypes.ts'
import { Refusals } from '../../elements/Refusals.tsx'
import { TickAll } from '../../elements/TickAll.tsx'
import { ticked, tickOf, type Ticks, withTicks } from '../../elements/ticks.ts'
import { useWords } from '../../language/useWords.tsx'
import { useLeaveGuard } from '../forms/useLeaveGuard.ts'
import { useSaveKey } from '../forms/useSaveKey.ts'
import { FormValues } from './FormValues.tsx'
import { comparedForms, tickable } from './ticks.ts'
import { VisitSaveBar } from './VisitSaveBar.tsx'

/** The values of a visit, ticked one by one or many at once, and saved together; `marks`: the reader may mark them. */
export function VisitValues(props: {
  readonly definition: Study
  readonly page: VisitVerification
  readonly marks: boolean
  readonly refresh: () => void
}) {
  const { t } = useWords()
  const { study, code } = usePlace()
  const { definition, page, marks } = props
  const [ticks, setTicks] = useState<Ticks<number>>(new Map())
  const [saved, setSaved] = useState(0)
  const command = useCommand<object>(`${participantPath(study, code)}/verify-forms`, keyOfStudy(study))
  const waiting = marks ? tickable(page.forms) : []
  const planned = waiting.filter(({ value }) => value.planned)
  const chosen = ticked(ticks, waiting)
  const outdated = waiting.filter((one) => tickOf(ticks, one) === 'outdated')
  useLeaveGuard(chosen.length > 0, t('verify.visit.leave'), () => setTicks(new Map()))
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (outdated.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [outdated.length])
  const change = (values: typeof waiting, on: boolean) => {
    setSaved(0)
    command.dismiss()
    setTicks((before) => withTicks(before, values, on))
  }
  const save = async () => {
    if (chosen.length === 0 || command.sending) return
    const answer = await command.send({ forms: comparedForms(page.encounter, page.forms, ticks) }, () => {
      setTicks(new Map())
      setSaved(chosen.length)
    })
    // The value that is there now is shown beside the rest, which stays ticked.
    if (!answer.ok && !answer.problem.unknown) props.refresh()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  useSaveKey(() => void save())
  const atTheirPlace = new Set(['valueChangedSince', 'alreadyVerified'])
  return (
    <form ref={form} className="stack visit-values" onSubmit={submit} noValidate>
      {waiting.length > 0 && (
        <>
          <p className="quiet lead">{t('verify.visit.help')}</p>
          <div className="row">
            <TickAll
              label={t('verify.visit.whole')}
              ticked={chosen.length}
              of={waiting.length}
              change={(on) => change(waiting, on)}
            />
            {planned.length > 0 && planned.length < waiting.length && (
              <button type="button" className="button compact" onClick={() => change(planned, true)}>
                {t('verify.visit.tickPlanned', { count: planned.length })}
              </button>
            )}
          </div>
        </>
      )}
      <Refusals
        problem={command.problem}
        fields={command.problem?.refusals.flatMap(({ code: why, field }) =>
          atTheirPlace.has(why) && field !== undefined ? [field] : [],
        )}
        onRetry={() => void save()}
      />
      {page.forms.map((form) => (
        <FormValues
          key={form.form}
          form={form}
          compiled={definition.form(form.form)}
          ticks={ticks}
          change={marks ? change : undefined}
        />
      ))}
      {marks && (
        <VisitSaveBar chosen={chosen.length} changed={outdated.length} saved={saved} sending={command.sending} />
      )}
    </form>
  )
}
