import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'

/** A bug of the page itself; what was saved is safe with the server. */
export function Crashed() {
  const { t } = useWords()
  return (
    <main className="sign-in">
      <h1>{t('shell.crashed')}</h1>
      <Notice tone="bad" live title={t('shell.crashedHelp')}>
        <div className="buttons">
          <button type="button" className="button" onClick={() => location.reload()}>
            {t('shell.reload')}
          </button>
        </div>
      </Notice>
    </main>
  )
}
