import type { Overview } from '../../api/studyTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

type Assumption = Overview['assumptions'][number]

export function Assumptions({ view }: { readonly view: Overview }) {
  const { t } = useWords()
  const sorted = view.assumptions.toSorted(
    (a, b) => Number(a.confirmed !== undefined) - Number(b.confirmed !== undefined),
  )
  if (sorted.length === 0) return null
  return (
    <section className="card">
      <header>
        <h2>{t('overview.assumptions')}</h2>
        <span className="quiet small">{t('overview.assumptionsHelp')}</span>
      </header>
      <ul className="assumptions">
        {sorted.map((one) => (
          <Row key={one.id} assumption={one} />
        ))}
      </ul>
    </section>
  )
}

function Row({ assumption }: { readonly assumption: Assumption }) {
  const { t, say } = useWords()
  const { confirmed } = assumption
  return (
    <li>
      <details>
        <summary>
          <span>{say(assumption.title)}</span>
          <strong className="data">{shown(assumption.value)}</strong>
          {confirmed === undefined ? (
            <Chip tone="warn" icon="question">
              {t('overview.assumption.open')}
            </Chip>
          ) : (
            <Chip tone="good">{t('overview.assumption.confirmed', { by: confirmed.by })}</Chip>
          )}
        </summary>
        <dl className="facts small">
          <dt>{t('overview.assumption.why')}</dt>
          <dd>{assumption.why}</dd>
          <dt>{t('overview.assumption.question')}</dt>
          <dd>{assumption.question}</dd>
        </dl>
      </details>
    </li>
  )
}

/** A quantity as number and unit, a list as its parts, anything else as it is. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'value' in value && 'unit' in value)
    return `${String(value.value)} ${String(value.unit).replace(/[{}]/g, '')}`
  if (Array.isArray(value)) return value.map(shown).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${shown(part)}`)
      .join(', ')
  return String(value)
}
