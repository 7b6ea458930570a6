import type { EnvelopeSecret } from '../../api/unblindingTypes.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'

/** A site's secret and its halves, each on a sheet of its own when printed. */
export function SecretSheet(props: {
  readonly secret: EnvelopeSecret
  readonly site: string
  readonly hide: () => void
}) {
  const { t } = useWords()
  const { secret, site } = props
  const sheets = [
    ['envelopes.first', secret.shares[0]],
    ['envelopes.second', secret.shares[1]],
    ['envelopes.whole', secret.secret],
  ] as const
  return (
    <section className="stack">
      <div className="row no-print">
        <p>{t('envelopes.shownHelp')}</p>
        <button type="button" className="button compact push" onClick={() => print()}>
          <Icon name="print" />
          {t('print')}
        </button>
        <button type="button" className="button compact" onClick={props.hide}>
          {t('envelopes.hide')}
        </button>
      </div>
      {sheets.map(([title, text]) => (
        <div className="card sheet" key={title}>
          <div className="body stack tight">
            <h2>{t(title)}</h2>
            <p className="quiet">{t('envelopes.shownSecret', { site, id: secret.secretId })}</p>
            <code className="secret">{text}</code>
          </div>
        </div>
      ))}
    </section>
  )
}
