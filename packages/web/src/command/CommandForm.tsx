import type { Refusal } from '@trialwright/protocol'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { keyOfStudy } from '../api/queries.ts'
import type { Changed } from '../api/types.ts'
import { useCommand } from '../api/useCommand.ts'
import { usePlace } from '../api/useStudy.ts'
import { Field } from '../elements/Field.tsx'
import { Refusals } from '../elements/Refusals.tsx'
import { useWords } from '../language/useWords.tsx'
import { CommandControl } from './CommandControl.tsx'
import { type CommandField, initialOf, readFields, type Typed } from './fields.ts'

export interface CommandFormProps {
  readonly path: string
  readonly fields: readonly CommandField[]
  readonly submit: string
  readonly danger?: boolean
  /** What goes with the fields, such as the encounter. */
  readonly fixed?: Readonly<Record<string, unknown>>
  /** Turns the fields into the command's own shape where it differs. */
  readonly shape?: (body: Readonly<Record<string, string | number>>) => object
  readonly done?: (answer: Changed & { readonly code?: string }) => void
  readonly cancel?: () => void
  /** Nothing was done: what the page shows may be outdated. */
  readonly refused?: () => void
  /** What a field of the command is called, where it names several things. */
  readonly placeOf?: (field: string) => string | undefined
  readonly children?: ReactNode
  /** What belongs to the command beside its fields, below them. */
  readonly more?: ReactNode
}

/** A command's fields, its refusals beside them, and its button. */
export function CommandForm(props: CommandFormProps) {
  const { t, say, language } = useWords()
  const { study } = usePlace()
  const command = useCommand<object, Changed & { code?: string }>(props.path, keyOfStudy(study))
  // What nobody has typed over follows its proposal, such as the time of day.
  const [edited, setEdited] = useState<Typed>({})
  const typed = { ...initialOf(props.fields, language), ...edited }
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const read = readFields(props.fields, typed, language)
  const names = props.fields.map((field) => field.name)
  const refusalOf = (name: string): Refusal | undefined =>
    (tried ? read.refusals.get(name) : undefined) ??
    command.problem?.refusals.find((one) => one.field === name || one.field?.startsWith(`${name}.`))
  const send = async () => {
    setTried(true)
    if (read.refusals.size > 0) return
    const answer = await command.send({ ...props.fixed, ...(props.shape?.(read.body) ?? read.body) })
    if (!answer.ok) return props.refused?.()
    setEdited({})
    setTried(false)
    props.done?.(answer.value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Opened from within a page that is a form itself, it must not save that one.
    event.stopPropagation()
    void send()
  }
  useEffect(() => {
    if (command.problem !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [command.problem])
  return (
    <form ref={form} className="stack" onSubmit={submit} noValidate>
      {props.children}
      <Refusals problem={command.problem} fields={names} placeOf={props.placeOf} onRetry={() => void send()} />
      {props.fields.map((field) => {
        const refusal = refusalOf(field.name)
        return (
          <Field
            key={field.name}
            label={field.label}
            help={field.help}
            problem={refusal && `${say(refusal.reason)} ${say(refusal.remedy)}`}
          >
            {(control) => (
              <CommandControl
                field={field}
                control={control}
                value={typed[field.name] ?? ''}
                change={(value) => setEdited((all) => ({ ...all, [field.name]: value }))}
              />
            )}
          </Field>
        )
      })}
      {props.more}
      <div className="buttons">
        <button type="submit" className={`button ${props.danger ? 'danger' : 'primary'}`} disabled={command.sending}>
          {command.sending ? t('saving') : props.submit}
        </button>
        {props.cancel && (
          <button type="button" className="button" onClick={props.cancel}>
            {t('cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
