import type { Refusal } from '@trialwright/protocol'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../language/useWords.tsx'
import { CommandForm, type CommandFormProps } from './CommandForm.tsx'

/**
 * A button that opens a command's form in a dialog. Where the command is refused beforehand, the dialog says what
 * stands in the way and what to do about it instead.
 */
export function CommandButton(
  props: CommandFormProps & {
    readonly title: string
    readonly look?: 'primary' | 'danger' | 'plain' | 'compact' | 'plain compact' | 'primary compact'
    readonly refusals?: readonly Refusal[]
    /** The button stands within a form: its dialog, which holds another, is drawn outside. */
    readonly withinForm?: boolean
    /** What it is about, where several such buttons stand on a page. */
    readonly about?: string
    /** Whom it concerns; said in the dialog, so that it is seen before it is sent. */
    readonly of?: string
    readonly onOpen?: (open: boolean) => void
  },
) {
  const { t, say } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const close = () => dialog.current?.close()
  const turn = (to: boolean) => {
    setOpen(to)
    props.onOpen?.(to)
  }
  // What the dialog holds is drawn after it has opened, so the first field is given the focus then.
  useEffect(() => {
    if (open) dialog.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }, [open])
  const refusals = props.refusals ?? []
  const title = props.about === undefined ? props.title : `${props.title}: ${props.about}`
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={`button ${refusals.length > 0 ? 'plain compact' : (props.look ?? '')}`}
        onClick={() => {
          turn(true)
          dialog.current?.showModal()
        }}
      >
        {props.title}
        {props.about !== undefined && <span className="hidden-visually">: {props.about}</span>}
        {refusals.length > 0 && <span className="quiet small"> – {t('command.notYet')}</span>}
      </button>
      {placed(
        <dialog ref={dialog} aria-label={title} onClose={() => turn(false)}>
          {open && (
            <div className="inside">
              <div>
                <h2>{title}</h2>
                {props.of !== undefined && <p className="data">{props.of}</p>}
              </div>
              {refusals.length > 0 ? (
                <>
                  <p>{t('command.inTheWay')}</p>
                  <ul className="in-the-way">
                    {refusals.map((refusal) => (
                      <li key={`${refusal.code} ${refusal.reason.en}`}>
                        <strong>{say(refusal.reason)}</strong> {say(refusal.remedy)}
                      </li>
                    ))}
                  </ul>
                  <div className="buttons">
                    <button type="button" className="button" onClick={close}>
                      {t('close')}
                    </button>
                  </div>
                </>
              ) : (
                <CommandForm
                  {...props}
                  cancel={close}
                  done={(answer) => {
                    close()
                    props.done?.(answer)
                  }}
                />
              )}
            </div>
          )}
        </dialog>,
        props.withinForm === true,
      )}
    </>
  )
}

const placed = (dialog: ReactNode, outside: boolean) => (outside ? createPortal(dialog, document.body) : dialog)
