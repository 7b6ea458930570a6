import { formatUnit, type LaboratoryRange, type Study } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'

export function RangeTable(props: {
  readonly ranges: readonly LaboratoryRange[]
  readonly study: Study
  readonly text: string
}) {
  const { t, say } = useWords()
  const named = props.ranges.map((range) => ({ range, item: say(props.study.item(range.form, range.item).label) }))
  const found = named.filter(({ range, item }) =>
    `${range.laboratory} ${item}`.toLowerCase().includes(props.text.trim().toLowerCase()),
  )
  return (
    <div className="card">
      <table className="rows cards">
        <thead>
          <tr>
            <th scope="col">{t('laboratory.item')}</th>
            <th scope="col">{t('laboratory.laboratory')}</th>
            <th scope="col">{t('laboratory.sex')}</th>
            <th scope="col">{t('laboratory.age')}</th>
            <th scope="col" className="number">
              {t('laboratory.low')}
            </th>
            <th scope="col" className="number">
              {t('laboratory.high')}
            </th>
            <th scope="col">{t('laboratory.unit')}</th>
            <th scope="col">{t('laboratory.from')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ range, item }) => (
            <Row key={JSON.stringify(range)} range={range} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const dash = '–'

function Row({ range, item }: { readonly range: LaboratoryRange; readonly item: string }) {
  const { t, day, number, language } = useWords()
  const all = range.fromAge <= 0 && range.toAge >= 120
  return (
    <tr>
      <th scope="row">{item}</th>
      <td data-label={t('laboratory.laboratory')}>{range.laboratory}</td>
      <td data-label={t('laboratory.sex')}>{t(`laboratory.sex.${range.sex}`)}</td>
      <td data-label={t('laboratory.age')}>{all ? t('laboratory.ageAll') : `${range.fromAge}–${range.toAge}`}</td>
      <td className="number" data-label={t('laboratory.low')}>
        {range.low === undefined ? dash : number(range.low)}
      </td>
      <td className="number" data-label={t('laboratory.high')}>
        {range.high === undefined ? dash : number(range.high)}
      </td>
      <td data-label={t('laboratory.unit')}>{formatUnit(range.unit, language)}</td>
      <td data-label={t('laboratory.from')}>
        {day(range.from)}
        {range.to !== undefined && ` – ${day(range.to)}`}
      </td>
    </tr>
  )
}
