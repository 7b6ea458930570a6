import type { ReactNode } from 'react'
import type { SignatureLine, SignedRecord } from '../../api/signatureTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'
import { SignButton } from './SignButton.tsx'

/** The signature under a visit or the casebook: whose, when, with what meaning; or why it no longer stands. */
export function SignedCard(props: {
  readonly code: string
  readonly record: SignedRecord
  readonly zone: string
  readonly title: ReactNode
}) {
  const { t } = useWords()
  const { record, zone, code } = props
  const earlier = record.signatures.slice(0, -1)
  const latest = record.signatures.at(-1)
  return (
    <section className="card signed-card" id={`signed-${record.encounter ?? 'casebook'}`}>
      <header>
        <h3>{props.title}</h3>
        <StandingChip standing={record.standing} />
      </header>
      <div className="body stack">
        {latest === undefined ? (
          <p className="quiet">{t('sign.none')}</p>
        ) : (
          <Printed line={latest} zone={zone} isVoid={record.standing === 'void'} />
        )}
        {record.standing === 'void' && <Changed record={record} zone={zone} />}
        {earlier.length > 0 && (
          <details>
            <summary className="small">{t('sign.earlier', { count: earlier.length })}</summary>
            <div className="stack tight">
              {earlier.map((line) => (
                <Printed key={line.at} line={line} zone={zone} isVoid />
              ))}
            </div>
          </details>
        )}
        <SignButton code={code} record={record} />
      </div>
    </section>
  )
}

export function StandingChip({ standing }: { readonly standing: SignedRecord['standing'] }) {
  const { t } = useWords()
  if (standing === 'unsigned') return <Chip tone="neutral">{t('sign.unsigned')}</Chip>
  return standing === 'valid' ? (
    <Chip tone="good">{t('sign.valid')}</Chip>
  ) : (
    <Chip tone="bad" icon="alert">
      {t('sign.void')}
    </Chip>
  )
}

/** As 21 CFR 11.50 asks, on screen and on paper: printed name, date and time, meaning. */
export function Printed(props: { readonly line: SignatureLine; readonly zone: string; readonly isVoid?: boolean }) {
  const { t, instant } = useWords()
  const { line, zone } = props
  return (
    <p className={`printed ${props.isVoid === true ? 'void' : ''}`}>
      <strong>{line.printedName}</strong> <span className="data">{instant(line.at, zone)}</span>{' '}
      <span>{t(`sign.meaning.${line.meaning}`)}</span>
    </p>
  )
}

function Changed({ record, zone }: { readonly record: SignedRecord; readonly zone: string }) {
  const { t, say, instant } = useWords()
  return (
    <Notice tone="bad" title={t('sign.voidTitle')}>
      <ul className="changed-since">
        {record.changed.map((change) => (
          <li key={`${change.at} ${change.what.en}`}>
            {change.changes.length === 0 && <span>{say(change.what)}</span>}
            {change.changes.map((value) => (
              <span key={value.label.en}>
                {say(value.label)}: {value.from !== undefined && <del className="data">{say(value.from)}</del>}{' '}
                <ins className="data">{say(value.to)}</ins>
                {value.reason !== undefined && <span className="quiet"> – {value.reason}</span>}
              </span>
            ))}
            <span className="quiet small">
              {change.by.name}, {instant(change.at, zone)}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
