import { Link, useParams } from 'react-router'
import type { Delegation, StaffMember, TrainingLine } from '../../api/delegationTypes.ts'
import { studyPath } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { useToday } from '../../api/useToday.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { NotFound } from '../shell/NotFound.tsx'
import { useDelegation } from './DelegationPage.tsx'
import { RecordTraining } from './RecordTraining.tsx'
import { Trained } from './Staff.tsx'

/** What one person has learned: every record, those taken back too. */
export function TrainingPage() {
  const { t } = useWords()
  const { study } = usePlace()
  const { person: id } = useParams()
  return (
    <>
      <ol className="crumbs">
        <li>
          <Link to={`/studies/${study}/delegation`}>{t('delegation.back')}</Link>
        </li>
      </ol>
      <Asked query={useDelegation()}>
        {(page) => {
          const person = page.people.find(({ account }) => account === id)
          return person === undefined ? <NotFound /> : <Known person={person} page={page} />
        }}
      </Asked>
    </>
  )
}

function Known({ person, page }: { readonly person: StaffMember; readonly page: Delegation }) {
  const { t, say, day } = useWords()
  const today = useToday()
  const title = t('delegation.trainingOf', { name: person.name })
  useTitle(title)
  return (
    <div className="stack report">
      <div className="page-head">
        <h1>{title}</h1>
        <div className="buttons">
          <RecordTraining page={page} people={[person]} today={today} />
        </div>
      </div>
      <dl className="facts">
        {person.trained.map((line) => (
          <div key={line.training}>
            <dt className="quiet small">{say(line.title)}</dt>
            <dd>
              <Trained line={line} day={day} />
            </dd>
          </div>
        ))}
      </dl>
      <section className="card">
        {person.records.length === 0 ? (
          <p className="body quiet">{t('delegation.noTraining')}</p>
        ) : (
          <table className="rows cards">
            <thead>
              <tr>
                <th scope="col">{t('delegation.training')}</th>
                <th scope="col">{t('delegation.completed')}</th>
                <th scope="col">{t('delegation.expires')}</th>
                <th scope="col">{t('delegation.evidence')}</th>
                <th scope="col">{t('delegation.attested')}</th>
              </tr>
            </thead>
            <tbody>
              {person.records.map((line) => (
                <Row key={line.record} line={line} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  )
}

function Row({ line }: { readonly line: TrainingLine }) {
  const { t, say, day, instant } = useWords()
  const { study } = usePlace()
  const roles = useRoles()
  const { withdrawn } = line
  const mayWithdraw = ['administrator', 'monitor', 'investigator'].some((role) => roles.has(role))
  return (
    <tr>
      <th scope="row">
        {say(line.title)}
        {line.protocolVersion !== undefined && (
          <div className="quiet small">{t('sites.forVersion', { version: line.protocolVersion })}</div>
        )}
      </th>
      <td data-label={t('delegation.completed')} className="nowrap">
        {day(line.day)}
      </td>
      <td data-label={t('delegation.expires')} className="nowrap">
        {line.expires !== undefined && day(line.expires)}
      </td>
      <td data-label={t('delegation.evidence')} className="free">
        {line.evidence}
      </td>
      <td data-label={t('delegation.attested')}>
        {line.attestedBy}
        {withdrawn !== undefined && (
          <div className="small">
            {t('delegation.withdrawn', {
              name: withdrawn.by,
              when: instant(withdrawn.at),
              reason: withdrawn.reason,
            })}
          </div>
        )}
        {withdrawn === undefined && mayWithdraw && (
          <div className="buttons">
            <CommandButton
              title={t('delegation.withdraw')}
              submit={t('delegation.withdraw')}
              look="plain compact"
              danger
              path={`${studyPath(study)}/delegation/withdraw-training`}
              fixed={{ record: line.record }}
              fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
              about={say(line.title)}
            >
              <p>{t('delegation.withdrawHelp')}</p>
            </CommandButton>
          </div>
        )}
      </td>
    </tr>
  )
}
