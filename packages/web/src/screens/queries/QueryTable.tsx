import { dayNumber, type Study } from '@trialwright/protocol'
import { Link } from 'react-router'
import type { Place, QueryRow } from '../../api/queryTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Chip } from '../../elements/Chip.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'
import { queryIcon, queryTone } from './QueryThread.tsx'

/** Each row leads to the value in its form. */
export function QueryTable(props: {
  readonly rows: readonly QueryRow[]
  readonly definition: Study
  readonly today: string
}) {
  const { t } = useWords()
  return (
    <table className="rows cards queries">
      <thead>
        <tr>
          <th scope="col">{t('participants.code')}</th>
          <th scope="col">{t('queries.value')}</th>
          <th scope="col">{t('queries.question')}</th>
          <th scope="col">{t('participants.status')}</th>
          <th scope="col" className="number">
            {t('queries.age')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row key={`${row.code} ${row.query}`} row={row} definition={props.definition} today={props.today} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, definition, today }: { row: QueryRow; definition: Study; today: string }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const { encounter, form, item } = row.place
  const address = `/studies/${study}/participants/${row.code}/encounters/${encounter}/forms/${form}`
  const days = dayNumber(today) - dayNumber(row.since.slice(0, 10))
  return (
    <tr>
      <th scope="row">
        <Link to={`${address}${item === undefined ? '' : `#item-${item}`}`} className="code">
          {row.code} <span className="hidden-visually">{t('queries.one', { query: row.query })}</span>
        </Link>
      </th>
      <td data-label={t('queries.value')}>
        <div>
          {say(labelOf(definition, row.place))}
          <div className="quiet small">{say(definition.encounter(encounter).title)}</div>
        </div>
      </td>
      <td data-label={t('queries.question')} className="said">
        <div>
          {say(row.question)}
          {row.answer !== undefined && (
            <div className="quiet">
              {t('queries.answerText')}: {say(row.answer)}
            </div>
          )}
        </div>
      </td>
      <td data-label={t('participants.status')}>
        <div>
          <Chip tone={queryTone[row.status]} icon={queryIcon[row.status]}>
            {t(`queries.status.${row.status}`)}
          </Chip>
          <div className="quiet small">
            {row.byCheck === true ? t('queries.byCheck') : t(`role.${row.asker}` as MessageKey)}
          </div>
        </div>
      </td>
      <td data-label={t('queries.age')} className="number nowrap">
        {t('queries.days', { days: Math.max(0, days) })}
      </td>
    </tr>
  )
}

function labelOf(definition: Study, { form, item, column }: Place) {
  const asked = definition.form(form).items.find((one) => one.id === item)
  const cell = asked?.columns?.find((one) => one.id === column)
  if (asked === undefined) return definition.form(form).title
  return cell === undefined
    ? asked.label
    : { en: `${asked.label.en}: ${cell.label.en}`, nb: `${asked.label.nb}: ${cell.label.nb}` }
}
