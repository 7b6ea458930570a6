import { Link } from 'react-router'
import type { Encounter, Participant } from '../../api/participantTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { PossibleCommand } from '../../command/PossibleCommand.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { ParticipantCrumbs } from '../participants/ParticipantCrumbs.tsx'
import { useParticipant } from '../participants/ParticipantFrame.tsx'
import { ClosureBar } from '../locks/ClosureBar.tsx'
import { EncounterChip } from '../participants/StatusChip.tsx'
import { VisitSignature } from '../signatures/VisitSignature.tsx'
import { NotFound } from '../shell/NotFound.tsx'
import { EncounterDays } from './EncounterDays.tsx'
import { UnscheduledButton } from './UnscheduledButton.tsx'

/** One contact: when, what is filled in, and what can be done about it. */
export function EncounterPage() {
  const { code, encounter } = usePlace()
  return (
    <>
      <ParticipantCrumbs />
      <Asked query={useParticipant()} heading={code}>
        {(participant) => {
          const found = [...participant.schedule, ...participant.logs].find((one) => one.id === encounter)
          return found === undefined ? <NotFound /> : <Shown participant={participant} encounter={found} />
        }}
      </Asked>
    </>
  )
}

function Shown({ participant, encounter }: { readonly participant: Participant; readonly encounter: Encounter }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  useTitle(say(encounter.title), participant.code)
  const isMonitor = useRoles().has('monitor')
  const commands = ['recordVisit', 'bookEncounter', 'recordMissedVisit'] as const
  return (
    <>
      <div className="page-head">
        <h1>{say(encounter.title)}</h1>
        <span className="code">{participant.code}</span>
        <EncounterChip state={encounter.state} />
        <span className="quiet small">{t(`timeline.contact.${encounter.contact}`)}</span>
        <div className="buttons">
          {isMonitor && (
            <Link
              className="button"
              to={`/studies/${study}/participants/${participant.code}/verification/${encounter.id}`}
            >
              {t('verify.compareVisit')}
            </Link>
          )}
          {encounter.administers && participant.randomised !== undefined && (
            <Link
              className={`button ${encounter.day === undefined ? '' : 'primary'}`}
              to={`/studies/${study}/participants/${participant.code}/infusions/${encounter.id}`}
            >
              {t('timeline.toInfusion')}
            </Link>
          )}
          {encounter.contact === 'unscheduled' && <UnscheduledButton participant={participant} visit={encounter} />}
          {commands.map((command) => (
            <PossibleCommand
              key={command}
              participant={participant}
              command={command}
              encounter={encounter.id}
              look={command === 'recordMissedVisit' ? 'plain' : command === 'recordVisit' ? 'primary' : undefined}
            />
          ))}
        </div>
      </div>
      <ClosureBar closed={participant.closed} extent={{ encounter: encounter.id }} />
      {encounter.contact !== 'log' && <EncounterDays encounter={encounter} />}
      {encounter.reason !== undefined && <p>{t('encounterPage.reason', { reason: encounter.reason })}</p>}
      <h2>{t('timeline.forms')}</h2>
      <div className="card">
        {encounter.forms.length === 0 ? <Empty title={t('encounterPage.noForms')} /> : <Forms encounter={encounter} />}
      </div>
      <VisitSignature zone={participant.site.timeZone} />
    </>
  )
}

function Forms({ encounter }: { readonly encounter: Encounter }) {
  const { t, say } = useWords()
  return (
    <ul className="form-list">
      {encounter.forms.map((form) => {
        const missing = encounter.formsMissing.find((one) => one.form === form.form)
        return (
          <li key={form.form}>
            <Link to={`forms/${form.form}`}>{say(form.title)}</Link>
            {missing === undefined ? (
              <Chip tone="good">{t('form.state.done')}</Chip>
            ) : missing.state === 'incomplete' ? (
              <Chip tone="warn" icon="half">
                {t('form.state.incomplete', { count: missing.items.length })}
              </Chip>
            ) : (
              <Chip tone="neutral">{t('form.state.notStarted')}</Chip>
            )}
          </li>
        )
      })}
    </ul>
  )
}
