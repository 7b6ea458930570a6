import type { CompiledItem } from '@trialwright/protocol'
import { participantPath } from '../../api/queries.ts'
import type { QueryStep, QueryView } from '../../api/queryTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Chip } from '../../elements/Chip.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'

export const queryTone = { open: 'warn', answered: 'info', closed: 'neutral' } as const
export const queryIcon = { open: 'question', answered: 'half', closed: 'check' } as const

/** A query with all that was said, and what the person looking may do with it. */
export function QueryThread({ query, cell }: { readonly query: QueryView; readonly cell: string | undefined }) {
  const { t } = useWords()
  const { study, code } = usePlace()
  const path = participantPath(study, code)
  const fixed = { query: query.id }
  const name = t('queries.one', { query: query.id })
  return (
    <section className={`query ${query.status}`} aria-label={cell === undefined ? name : `${name}: ${cell}`}>
      <div className="row">
        <strong>{name}</strong>
        {cell !== undefined && <span className="quiet">{cell}</span>}
        <Chip tone={queryTone[query.status]} icon={queryIcon[query.status]}>
          {t(`queries.status.${query.status}`)}
        </Chip>
      </div>
      <ol className="steps">
        {query.steps.map((step, index) => (
          <Step key={`${index} ${step.at}`} step={step} />
        ))}
      </ol>
      {query.may.length > 0 && (
        <div className="row">
          {query.may.includes('answer') && (
            <CommandButton
              title={t('queries.answer')}
              about={name}
              look="compact"
              path={`${path}/answer-query`}
              fixed={fixed}
              withinForm
              submit={t('queries.answer')}
              fields={[{ name: 'text', label: t('queries.answerText'), kind: 'long', help: t('queries.answerHelp') }]}
            />
          )}
          {query.may.includes('close') && (
            <CommandButton
              title={t('queries.close')}
              about={name}
              look="compact"
              path={`${path}/close-query`}
              fixed={fixed}
              withinForm
              submit={t('queries.close')}
              fields={[
                query.status === 'open'
                  ? { name: 'text', label: t('queries.closeWhy'), kind: 'long' }
                  : { name: 'text', label: t('queries.closeText'), kind: 'long', optional: true },
              ]}
            />
          )}
          {query.may.includes('reopen') && (
            <CommandButton
              title={t('queries.reopen')}
              about={name}
              look="plain compact"
              path={`${path}/reopen-query`}
              fixed={fixed}
              withinForm
              submit={t('queries.reopen')}
              fields={[{ name: 'text', label: t('queries.text'), kind: 'long' }]}
            />
          )}
        </div>
      )}
    </section>
  )
}

function Step({ step }: { readonly step: QueryStep }) {
  const { t, say, instant } = useWords()
  const itself = step.byCheck === true
  return (
    <li>
      <span className="quiet small">
        {itself ? t('queries.byCheck') : `${step.by.name}, ${t(`role.${step.by.role}` as MessageKey)}`}{' '}
        {t(`queries.step.${step.kind}`)}, {instant(step.at)}
      </span>
      {step.text !== undefined && <span className="said">{say(step.text)}</span>}
      {itself && step.kind === 'closed' && <span className="said">{t('queries.agree')}</span>}
    </li>
  )
}

/** The place of a query within a list: `Row 2, Stop`. */
export function useCellName() {
  const { t, say } = useWords()
  return (item: CompiledItem, rows: readonly string[], { place }: QueryView): string | undefined => {
    if (place.row === undefined) return undefined
    const column = item.columns?.find((one) => one.id === place.column)
    return t('queries.row', {
      row: rows.indexOf(place.row) + 1,
      column: column === undefined ? (place.column ?? '') : say(column.label),
    })
  }
}
