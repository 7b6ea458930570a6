import { Link } from 'react-router'
import type { Participant } from '../../api/participantTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { ParticipantCrumbs } from '../participants/ParticipantCrumbs.tsx'
import { useParticipant } from '../participants/ParticipantFrame.tsx'
import { BagCard } from './BagCard.tsx'
import { ChecksCard } from './ChecksCard.tsx'
import { CourseLog } from './CourseLog.tsx'
import { infusionLook } from './looks.ts'
import { RequestCard } from './RequestCard.tsx'
import { RunningCard } from './RunningCard.tsx'

/** Giving one masked infusion, from the checks before to its end. */
export function InfusionPage() {
  const { t } = useWords()
  const { study, code } = usePlace()
  return (
    <>
      <ParticipantCrumbs>
        <Link to={`/studies/${study}/participants/${code}/treatment`}>{t('treatment.title')}</Link>
      </ParticipantCrumbs>
      <Asked query={useParticipant()} heading={code}>
        {(participant) => <Shown participant={participant} />}
      </Asked>
    </>
  )
}

function Shown({ participant }: { readonly participant: Participant }) {
  const { t, say, day } = useWords()
  const { study, encounter } = usePlace()
  const compiled = useDefinition(study).data?.compiled
  const infusion = participant.treatment.infusions.find((one) => one.encounter === encounter)
  const planned = participant.schedule.find((one) => one.id === encounter)
  const title = planned === undefined ? encounter : say(planned.title)
  useTitle(title, participant.code)
  // The rules are shown as they stand for the infusion whose turn it is; for one begun they are history.
  const before = participant.treatment.next === encounter && infusion?.started === undefined
  const { held, stopped } = participant.treatment
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <span className="code">{participant.code}</span>
        {infusion !== undefined && (
          <Chip {...infusionLook[infusion.status]}>{t(`treatment.status.${infusion.status}`)}</Chip>
        )}
        <div className="buttons">
          <Link className="button" to={`/studies/${study}/participants/${participant.code}/encounters/${encounter}`}>
            {t('infusion.toForms')}
          </Link>
        </div>
      </div>
      {compiled !== undefined && (
        <p className="quiet">
          {t('infusion.give', {
            volume: compiled.infusion.bagVolume,
            minutes: compiled.infusion.duration,
            observation: compiled.infusion.observation,
          })}{' '}
          {t('infusion.blind')}
        </p>
      )}
      {stopped !== undefined && (
        <Notice tone="bad" title={t('timeline.stopped', { day: day(stopped.day) })}>
          <p>{stopped.reason}</p>
        </Notice>
      )}
      {held !== undefined && stopped === undefined && (
        <Notice tone="warn" title={t('timeline.held')}>
          <p>{held.reason}</p>
        </Notice>
      )}
      <div className={before ? 'two even' : 'stack'}>
        {before && <ChecksCard participant={participant} />}
        <div className="stack">
          {infusion === undefined && <RequestCard participant={participant} encounter={encounter} />}
          <BagCard participant={participant} encounter={encounter} infusion={infusion} />
          {infusion?.started !== undefined && (
            <RunningCard participant={participant} encounter={encounter} infusion={infusion} />
          )}
        </div>
      </div>
      {infusion?.started !== undefined && <CourseLog infusion={infusion} />}
    </>
  )
}
