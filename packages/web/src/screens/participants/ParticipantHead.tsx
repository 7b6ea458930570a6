import type { Participant } from '../../api/participantTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'
import { ClosureBar } from '../locks/ClosureBar.tsx'
import { StatusChip, VerdictChip } from './StatusChip.tsx'

export function ParticipantHead({ participant }: { readonly participant: Participant }) {
  const { t, say, day } = useWords()
  const { consent, treatment, randomised } = participant
  const voids = participant.schedule.filter(({ signed }) => signed === 'void').length
  return (
    <div className="participant-head">
      <div className="page-head">
        <h1>{participant.code}</h1>
        <StatusChip status={participant.status} />
        {participant.status !== 'withdrawn' && <VerdictChip verdict={participant.screening.verdict} />}
        {treatment.held !== undefined && (
          <Chip tone="warn" icon="pause">
            {t('participants.held')}
          </Chip>
        )}
        {voids > 0 && (
          <Chip tone="bad" icon="alert">
            {t('sign.voidCount', { count: voids })}
          </Chip>
        )}
        <span className="quiet">{say(participant.site.title)}</span>
        {randomised !== undefined && (
          <span className="quiet data">
            {t('timeline.randomisedAs', { number: randomised.number, day: day(randomised.day) })}
          </span>
        )}
      </div>
      <ClosureBar closed={participant.closed} extent={{}} />
      {consent.withdrawn !== undefined && (
        <Notice
          tone="warn"
          title={t(
            consent.withdrawn.scope === 'everything' ? 'timeline.withdrewEverything' : 'timeline.withdrewTreatment',
            { day: day(consent.withdrawn.day) },
          )}
        >
          {consent.withdrawn.reason !== '' && <p>{consent.withdrawn.reason}</p>}
        </Notice>
      )}
      {treatment.stopped !== undefined && (
        <Notice tone="warn" title={t('timeline.stopped', { day: day(treatment.stopped.day) })}>
          <p>{treatment.stopped.reason}</p>
        </Notice>
      )}
      {treatment.held !== undefined && (
        <Notice tone="warn" title={t('timeline.held')}>
          <p>{treatment.held.reason}</p>
        </Notice>
      )}
      {consent.reconsentDue && <Notice tone="warn" title={t('timeline.reconsent')} />}
    </div>
  )
}
