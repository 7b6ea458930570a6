import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { Command } from '../../api/useCommand.ts'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'
import { SecretField } from './SecretField.tsx'

/** A button whose act asks for the password again: an open screen must not be enough. */
export function WithPassword<Value>(props: {
  readonly title: string
  readonly look?: string
  readonly command: Command<object, Value>
  readonly body?: object
  readonly done?: (value: Value) => void
  /** Shown above the password. */
  readonly children?: ReactNode
}) {
  const { t, say } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [password, setPassword] = useState('')
  const { command } = props
  const wrong = command.problem?.refusals.find(({ field }) => field === 'password')
  const send = async () => {
    const answer = await command.send({ ...props.body, password })
    if (!answer.ok) return
    dialog.current?.close()
    props.done?.(answer.value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const closed = () => {
    setPassword('')
    command.dismiss()
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={`button ${props.look ?? ''}`}
        onClick={() => dialog.current?.showModal()}
      >
        {props.title}
      </button>
      <dialog ref={dialog} aria-label={props.title} onClose={closed}>
        <form className="inside" onSubmit={submit}>
          <h2>{props.title}</h2>
          <Refusals problem={command.problem} fields={['password']} onRetry={() => void send()} />
          {props.children}
          <SecretField
            kind="current-password"
            label={t('account.current')}
            value={password}
            change={setPassword}
            problem={wrong && `${say(wrong.reason)} ${say(wrong.remedy)}`}
          />
          <div className="buttons">
            <button type="submit" className="button primary" disabled={command.sending}>
              {props.title}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('cancel')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
