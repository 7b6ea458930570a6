import { useWords } from '../../language/useWords.tsx'

const kinds = ['window', 'planned', 'done', 'infusion', 'overdue', 'missed'] as const

export function Legend() {
  const { t } = useWords()
  return (
    <figcaption className="legend">
      {kinds.map((kind) => (
        <span key={kind}>
          <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true" className={`lane ${kind}`}>
            {kind === 'window' && <rect className="window" x={1} y={2} width={14} height={10} rx={3} />}
            {kind === 'planned' && <line className="planned" x1={8} x2={8} y1={1} y2={13} />}
            {kind === 'done' && <circle className="done" cx={8} cy={7} r={4.5} />}
            {kind === 'infusion' && (
              <path className="infused" d="M8 0c3.4 4.4 5.4 6.6 5.4 9.2a5.4 4.6 0 0 1-10.8 0C2.6 6.6 4.6 4.4 8 0z" />
            )}
            {kind === 'overdue' && <path className="overdue" d="M13.5 12H2.5L8 2z" />}
            {kind === 'missed' && <path className="missed" d="M4 3l8 8m0-8l-8 8" />}
          </svg>
          {t(`timeline.legend.${kind}`)}
        </span>
      ))}
    </figcaption>
  )
}
