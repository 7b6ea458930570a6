import { useWords } from '../../language/useWords.tsx'
import { useShownParticipant } from '../participants/ParticipantFrame.tsx'
import { ConsentCard } from './ConsentCard.tsx'
import { EncounterTable } from './EncounterTable.tsx'
import { LogCard } from './LogCard.tsx'
import { NextCard } from './NextCard.tsx'
import { TimeAxis } from './TimeAxis.tsx'
import { UnscheduledButton } from './UnscheduledButton.tsx'

export function TimelinePage() {
  const { t } = useWords()
  const participant = useShownParticipant()
  return (
    <>
      <div className="two">
        <NextCard participant={participant} />
        <ConsentCard participant={participant} />
      </div>
      <LogCard participant={participant} />
      <h2>{t('timeline.axis')}</h2>
      <TimeAxis participant={participant} />
      <div className="page-head">
        <h2>{t('timeline.all')}</h2>
        <div className="buttons">
          <UnscheduledButton participant={participant} />
        </div>
      </div>
      <EncounterTable participant={participant} />
    </>
  )
}
