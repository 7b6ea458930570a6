import type { EnvelopeFile } from '../../api/unblindingTypes.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'

/** A site's envelopes: the file for a stick, and a sheet each to be printed, folded and kept. */
export function EnvelopeSheet({ file, site }: { readonly file: EnvelopeFile; readonly site: string }) {
  const { t, instant } = useWords()
  const name = `envelopes-${file.study}-${file.site}-${file.madeAt.slice(0, 10)}.json`
  const href = `data:application/json;charset=utf-8,${encodeURIComponent(`${JSON.stringify(file, null, 2)}\n`)}`
  return (
    <section className="stack">
      <div className="row">
        <h2>{t('envelopes.file', { count: file.envelopes.length, site })}</h2>
        <a className="button primary compact push no-print" href={href} download={name}>
          {t('envelopes.download')}
        </a>
        <button type="button" className="button compact no-print" onClick={() => print()}>
          <Icon name="print" />
          {t('envelopes.printAll')}
        </button>
      </div>
      {file.envelopes.map((envelope) => (
        <div className="card sheet" key={envelope.participant}>
          <div className="body stack tight">
            <h3>
              {envelope.participant} · {site}
            </h3>
            <p className="quiet small">{t('envelopes.sheet', { when: instant(file.madeAt), id: file.secretId })}</p>
            <p>{t('envelopes.open')}</p>
            <code className="command" translate="no">
              {`npx trialwright open-envelope --study ${file.study} --site ${file.site} --participant ${envelope.participant} --sealed "…"`}
            </code>
            <code className="secret">{envelope.sealed}</code>
          </div>
        </div>
      ))}
    </section>
  )
}
