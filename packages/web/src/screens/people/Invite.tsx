import { useRef, useState } from 'react'
import { keyOfStudy, studyPath } from '../../api/queries.ts'
import { useCommand } from '../../api/useCommand.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Field } from '../../elements/Field.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Issues a one-time link and shows it once, to be handed over. */
export function Invite({ person }: { readonly person: string }) {
  const { t } = useWords()
  const { study } = usePlace()
  const dialog = useRef<HTMLDialogElement>(null)
  const [link, setLink] = useState<string>()
  const [copied, setCopied] = useState(false)
  const command = useCommand<object, { link: string }>(`${studyPath(study)}/people/invite`, keyOfStudy(study))
  const issue = async () => {
    const answer = await command.send({ person })
    if (answer.ok) setLink(answer.value.link)
  }
  const closed = () => {
    setLink(undefined)
    setCopied(false)
    command.dismiss()
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className="button primary"
        onClick={() => dialog.current?.showModal()}
      >
        {t('people.invite')}
      </button>
      <dialog ref={dialog} aria-label={t('people.invite')} onClose={closed}>
        <div className="inside">
          <h2>{t('people.invite')}</h2>
          <Refusals problem={command.problem} onRetry={() => void issue()} />
          {link === undefined ? (
            <p>{t('people.inviteHelp')}</p>
          ) : (
            <Field label={t('people.link')} help={t('people.linkHelp')}>
              {(control) => (
                <input {...control} className="control data" readOnly value={link} onFocus={(e) => e.target.select()} />
              )}
            </Field>
          )}
          <div className="buttons">
            {link === undefined ? (
              <button type="button" className="button primary" disabled={command.sending} onClick={() => void issue()}>
                {t('people.invite')}
              </button>
            ) : (
              <button
                type="button"
                className="button primary"
                onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
              >
                {t(copied ? 'people.copied' : 'people.copy')}
              </button>
            )}
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('close')}
            </button>
          </div>
        </div>
      </dialog>
    </>
  )
}
