import { Link } from 'react-router'
import type { Encounter, Participant } from '../../api/participantTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { PossibleCommand } from '../../command/PossibleCommand.tsx'
import { useWords } from '../../language/useWords.tsx'
import { EncounterChip } from '../participants/StatusChip.tsx'
import { StandingChip } from '../signatures/SignedCard.tsx'
import { EncounterDays } from './EncounterDays.tsx'

export function EncounterTable({ participant }: { readonly participant: Participant }) {
  const { t } = useWords()
  return (
    <div className="card">
      <table className="rows cards encounters">
        <thead>
          <tr>
            <th scope="col">{t('timeline.encounter')}</th>
            <th scope="col">{t('timeline.state')}</th>
            <th scope="col">{t('timeline.when')}</th>
            <th scope="col">{t('timeline.forms')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {participant.schedule
            .filter((encounter) => encounter.state !== 'notApplicable')
            .map((encounter) => (
              <EncounterRow key={encounter.id} encounter={encounter} participant={participant} />
            ))}
        </tbody>
      </table>
    </div>
  )
}

function EncounterRow({
  encounter,
  participant,
}: {
  readonly encounter: Encounter
  readonly participant: Participant
}) {
  const { t, say } = useWords()
  const { forms, formsMissing } = encounter
  const past = encounter.state !== 'notYetPlannable' && encounter.state !== 'upcoming'
  return (
    <tr>
      <th scope="row">
        <Link to={`encounters/${encounter.id}`}>{say(encounter.title)}</Link>
      </th>
      <td data-label={t('timeline.state')}>
        <EncounterChip state={encounter.state} />{' '}
        {encounter.signed !== 'unsigned' && <StandingChip standing={encounter.signed} />}
      </td>
      <td data-label={t('timeline.when')}>
        {encounter.state === 'notYetPlannable' ? (
          <NotYet encounter={encounter} />
        ) : (
          <EncounterDays encounter={encounter} />
        )}
      </td>
      <td data-label={t('timeline.forms')} className={past && formsMissing.length > 0 ? 'nowrap' : 'quiet nowrap'}>
        {forms.length === 0
          ? t('timeline.noForms')
          : t('timeline.formsDone', { done: forms.length - formsMissing.length, all: forms.length })}
      </td>
      <td className="actions">
        <span className="row">
          <PossibleCommand
            participant={participant}
            command="recordVisit"
            encounter={encounter.id}
            look="compact"
            onlyIfOpen
            amongOthers
          />
          <PossibleCommand
            participant={participant}
            command="bookEncounter"
            encounter={encounter.id}
            look="plain compact"
            onlyIfOpen
            amongOthers
          />
        </span>
      </td>
    </tr>
  )
}

function NotYet({ encounter }: { readonly encounter: Encounter }) {
  const { t } = useWords()
  const { study } = usePlace()
  const planned = useDefinition(study).data?.compiled.encounters.find((one) => one.id === encounter.id)
  if (planned === undefined) return null
  return (
    <span className="quiet small">{t('timeline.afterEvent', { event: t(`timeline.event.${planned.anchor}`) })}</span>
  )
}
