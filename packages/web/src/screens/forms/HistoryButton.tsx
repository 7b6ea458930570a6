import type { CompiledItem } from '@trialwright/protocol'
import { useRef } from 'react'
import type { ValueVersion } from '../../api/formTypes.ts'
import { useWords } from '../../language/useWords.tsx'

/** Every value an item has had, newest first, with who, when and why. */
export function HistoryButton(props: { readonly item: CompiledItem; readonly history: readonly ValueVersion[] }) {
  const { t, say, instant } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = t('forms.historyOf', { item: say(props.item.label) })
  return (
    <>
      <button type="button" className="button plain compact" onClick={() => dialog.current?.showModal()}>
        {t('forms.history')}
        <span className="hidden-visually">: {say(props.item.label)}</span>
        {props.history.length > 1 && <span className="count data">{props.history.length}</span>}
      </button>
      <dialog ref={dialog} aria-label={title}>
        <div className="inside">
          <h2>{title}</h2>
          <ol className="versions">
            {props.history.toReversed().map((version) => (
              <li key={version.version}>
                <strong className="data">{say(version.shown)}</strong>
                <span className="quiet small">
                  {t('forms.by', { name: version.by.name, when: instant(version.at) })}
                </span>
                {version.reason !== undefined && <span>{version.reason}</span>}
              </li>
            ))}
          </ol>
          <div className="buttons">
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('close')}
            </button>
          </div>
        </div>
      </dialog>
    </>
  )
}
