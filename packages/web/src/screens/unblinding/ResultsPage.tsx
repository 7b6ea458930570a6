import { useState } from 'react'
import { Link } from 'react-router'
import { studyPath, useRead } from '../../api/queries.ts'
import type { ResultRow, Told } from '../../api/unblindingTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { ToldArm } from './ToldArm.tsx'

/** Forms with results that tell the arm, by participant. Unblinded roles only. */
export function ResultsPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('results.title'))
  const [told, setTold] = useState<{ readonly code: string; readonly arm: Told['arm'] }>()
  const list = useRead<{ readonly rows: readonly ResultRow[] }>(`${studyPath(study)}/unblinded-results`)
  return (
    <>
      <h1>{t('results.title')}</h1>
      <Asked query={list}>
        {({ rows }) => (
          <>
            <Notice tone="warn" title={t('results.help')} />
            {told !== undefined && <ToldArm {...told} />}
            {rows.length === 0 ? (
              <div className="card">
                <Empty title={t('results.none')}>
                  <p>{t('results.noneHelp')}</p>
                </Empty>
              </div>
            ) : (
              [...new Set(rows.map(({ code }) => code))].map((code) => (
                <Participant
                  key={code}
                  code={code}
                  rows={rows.filter((row) => row.code === code)}
                  told={(arm) => setTold({ code, arm })}
                />
              ))
            )}
          </>
        )}
      </Asked>
    </>
  )
}

function Participant(props: {
  readonly code: string
  readonly rows: readonly ResultRow[]
  readonly told: (arm: Told['arm']) => void
}) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  const { code, rows } = props
  return (
    <section className="card">
      <header>
        <h2 className="code">{code}</h2>
        {useRoles().has('safetyOfficer') && (
          <CommandButton
            title={t('results.safety')}
            submit={t('results.safety')}
            about={code}
            look="compact"
            danger
            path={`${studyPath(study)}/unblinded-results/${code}/unblind-for-safety`}
            fields={[
              { name: 'note', label: t('results.case'), kind: 'text' },
              { name: 'password', label: t('password'), kind: 'password' },
            ]}
            done={(answer) => props.told((answer as unknown as Told).arm)}
          >
            <p>{t('results.safetyHelp', { code })}</p>
          </CommandButton>
        )}
      </header>
      <table className="rows cards">
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.encounter} ${row.form}`}>
              <th scope="row">
                <Link to={`${code}/${row.encounter}/${row.form}`}>
                  {say(row.title)}, {say(row.formTitle)}
                </Link>
              </th>
              <td>{row.day !== undefined && day(row.day)}</td>
              <td>
                {row.version > 0 ? (
                  <Chip tone="good">{t('results.entered')}</Chip>
                ) : (
                  <Chip tone="neutral">{t('results.empty')}</Chip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
