import type { ResultPreview, ResultState } from '../../api/laboratoryTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Chip, type Tone } from '../../elements/Chip.tsx'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'

const tones: Readonly<Record<ResultState, Tone>> = { new: 'good', equal: 'neutral', changed: 'warn', refused: 'bad' }

/** One line per result; a value out of the usual is confirmed where it stands. */
export function ResultTable(props: {
  readonly results: readonly ResultPreview[]
  readonly confirmed: ReadonlySet<string>
  readonly confirm: (place: string, yes: boolean) => void
}) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  const definition = useDefinition(study).data
  if (props.results.length === 0) return <p className="quiet">{t('files.noneOfThese')}</p>
  return (
    <div className="scroll tall" tabIndex={0} role="region" aria-label={t('files.results')}>
      <table className="rows cards">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('files.line')}
            </th>
            <th scope="col">{t('files.participant')}</th>
            <th scope="col">{t('files.sampled')}</th>
            <th scope="col">{t('files.result')}</th>
            <th scope="col">{t('files.value')}</th>
            <th scope="col">{t('files.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {props.results.map((one) => {
            const place = `${one.line}/${one.column}`
            const encounter = one.encounter === undefined ? undefined : definition?.findEncounter(one.encounter)
            const item = definition?.item(one.form, one.item)
            return (
              <tr key={place}>
                <td className="number" data-label={t('files.line')}>
                  {one.line}
                </td>
                <td className="data nowrap" data-label={t('files.participant')}>
                  {one.participant}
                </td>
                <td data-label={t('files.sampled')}>
                  <div>
                    {day(one.sampled)}
                    {encounter && <span className="quiet small block">{say(encounter.title)}</span>}
                  </div>
                </td>
                <td data-label={t('files.result')}>{item ? say(item.label) : one.column}</td>
                <td data-label={t('files.value')}>
                  <div>
                    <strong className="data">{one.shown ? say(one.shown) : one.typed}</strong>
                    {one.converted && <span className="quiet small block">= {say(one.converted)}</span>}
                    {one.previous && (
                      <span className="small block">{t('files.instead', { value: say(one.previous) })}</span>
                    )}
                    {one.unusual && (
                      <label className="asked">
                        <input
                          type="checkbox"
                          checked={props.confirmed.has(place)}
                          onChange={(event) => props.confirm(place, event.target.checked)}
                        />
                        <Icon name="alert" />
                        <span>
                          {say(one.unusual.reason)} {say(one.unusual.remedy)} {t('files.confirm')}
                        </span>
                      </label>
                    )}
                  </div>
                </td>
                <td data-label={t('files.becomes')}>
                  <Chip tone={tones[one.state]}>{t(`files.state.${one.state}`)}</Chip>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
