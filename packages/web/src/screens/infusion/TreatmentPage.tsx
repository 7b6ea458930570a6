import { Link } from 'react-router'
import { PossibleCommand } from '../../command/PossibleCommand.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useShownParticipant } from '../participants/ParticipantFrame.tsx'
import { infusionLook } from './looks.ts'
import { RuleCard } from './RuleCard.tsx'

export function TreatmentPage() {
  const { t, say, day, number } = useWords()
  const participant = useShownParticipant()
  const { treatment } = participant
  const given = treatment.infusions.filter((one) => one.ended !== undefined).length
  return (
    <>
      <section className="card">
        <header>
          <h2>{t('treatment.infusions')}</h2>
          <span className="quiet data">{t('treatment.given', { given, planned: treatment.planned })}</span>
        </header>
        {treatment.infusions.length === 0 ? (
          <Empty title={t('treatment.none')}>
            <p>{t('treatment.noneHelp')}</p>
          </Empty>
        ) : (
          <ul className="form-list">
            {treatment.infusions.map((infusion) => (
              <li key={infusion.encounter}>
                <Link to={`../infusions/${infusion.encounter}`}>{say(infusion.title)}</Link>
                <span className="quiet data push">
                  {infusion.label} {infusion.day !== undefined && day(infusion.day)}{' '}
                  {infusion.ended !== undefined && `${number(infusion.ended.volumeGiven)} mL`}
                </span>
                <Chip {...infusionLook[infusion.status]}>{t(`treatment.status.${infusion.status}`)}</Chip>
              </li>
            ))}
          </ul>
        )}
        <div className="body buttons">
          <PossibleCommand participant={participant} command="holdTreatment" onlyIfOpen />
          <PossibleCommand participant={participant} command="releaseHold" onlyIfOpen />
          <PossibleCommand participant={participant} command="stopTreatment" look="danger" onlyIfOpen />
        </div>
      </section>
      {/* Once treatment has stopped no infusion waits for them, and a rule that is clear would contradict the stop. */}
      {treatment.stopped === undefined && (
        <>
          <RuleCard title={t('treatment.holds')} rules={treatment.holds} />
          <RuleCard title={t('treatment.stops')} rules={treatment.stops} />
        </>
      )}
    </>
  )
}
