import { Link } from 'react-router'
import { type Deviation, effects } from '../../api/deviationTypes.ts'
import { participantPath } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Chip } from '../../elements/Chip.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'

/** Each deviation with its rule, day and values, and what a person judged of it. */
export function DeviationTable({ rows }: { readonly rows: readonly Deviation[] }) {
  const { t } = useWords()
  const roles = useRoles()
  const judges = roles.has('dataManager') || roles.has('monitor')
  return (
    <table className="rows cards deviations">
      <thead>
        <tr>
          <th scope="col">{t('participants.code')}</th>
          <th scope="col">{t('deviations.day')}</th>
          <th scope="col">{t('deviations.what')}</th>
          <th scope="col">{t('deviations.judgement')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.code} ${row.key}`} row={row} judges={judges} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, judges }: { readonly row: Deviation; readonly judges: boolean }) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  return (
    <tr>
      <th scope="row">
        <Link to={`/studies/${study}/participants/${row.code}`} className="code">
          {row.code}
        </Link>
      </th>
      <td data-label={t('deviations.day')} className="nowrap">
        {day(row.day)}
      </td>
      <td data-label={t('deviations.what')} className="free">
        <div>
          <strong>{t(`deviations.rule.${row.rule}`)}</strong>
          <div>{say(row.said)}</div>
          {row.gone === true && <Chip tone="neutral">{t('deviations.state.gone')}</Chip>}
        </div>
      </td>
      <td data-label={t('deviations.judgement')} className="free">
        <div>
          <Judgement row={row} />
          {judges && row.gone !== true && <Judge row={row} />}
        </div>
      </td>
    </tr>
  )
}

function Judgement({ row: { classified } }: { readonly row: Deviation }) {
  const { t, say } = useWords()
  if (classified === undefined) return <Chip tone="warn">{t('deviations.state.toClassify')}</Chip>
  const { important, effect, note, by, said } = classified
  return (
    <>
      <Chip tone={important ? 'bad' : 'good'}>
        {t(important ? 'deviations.state.important' : 'deviations.state.notImportant')}
      </Chip>
      <div className="small">
        {t(`deviations.effect.${effect}`)}. {note}
      </div>
      {said !== undefined && <div className="quiet small">{t('deviations.then', { said: say(said) })}</div>}
      <div className="quiet small">
        {by.name}, {t(`role.${by.role}` as MessageKey)}
      </div>
    </>
  )
}

function Judge({ row }: { readonly row: Deviation }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  return (
    <CommandButton
      title={t('deviations.classify')}
      about={`${row.code}, ${say(row.said)}`}
      look="compact"
      path={`${participantPath(study, row.code)}/classify-deviation`}
      fixed={{ key: row.key }}
      submit={t('deviations.classify')}
      fields={[
        {
          name: 'important',
          label: t('deviations.important'),
          kind: 'choice',
          help: t('deviations.importantHelp'),
          choices: [
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ],
        },
        {
          name: 'effect',
          label: t('deviations.effect'),
          kind: 'choice',
          choices: effects.map((effect) => ({ value: effect, label: t(`deviations.effect.${effect}`) })),
        },
        { name: 'note', label: t('deviations.note'), kind: 'long' },
      ]}
      shape={({ important, ...rest }) => ({ ...rest, important: important === 'yes' })}
    />
  )
}
