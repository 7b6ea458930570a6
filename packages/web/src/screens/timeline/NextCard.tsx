import { Link } from 'react-router'
import type { Encounter, Participant } from '../../api/participantTypes.ts'
import { PossibleCommand } from '../../command/PossibleCommand.tsx'
import { useWords } from '../../language/useWords.tsx'
import { EncounterChip } from '../participants/StatusChip.tsx'
import { EncounterDays } from './EncounterDays.tsx'

const waiting = ['overdue', 'due', 'booked', 'upcoming'] as const

/** The contact that comes first. */
export function nextEncounter(schedule: readonly Encounter[]): Encounter | undefined {
  return waiting.map((state) => schedule.find((one) => one.state === state)).find(Boolean)
}

/** The infusion under way, else the one whose turn it is. */
function infusionAtHand({ treatment, randomised }: Participant): string | undefined {
  const underWay = treatment.infusions.find((one) => one.ended === undefined)
  return underWay?.encounter ?? (randomised === undefined ? undefined : treatment.next)
}

/** What to do with this participant now. */
export function NextCard({ participant }: { readonly participant: Participant }) {
  const { t, say } = useWords()
  const next = nextEncounter(participant.schedule)
  const unfinished = participant.schedule.filter((one) => one.state === 'done' && one.formsMissing.length > 0)
  const infusion = infusionAtHand(participant)
  const screening = ['consented', 'inScreening', 'eligible'].includes(participant.status)
  return (
    <section className="card">
      <header>
        <h2>{t('timeline.next')}</h2>
        {next !== undefined && <EncounterChip state={next.state} />}
      </header>
      <div className="body stack">
        {next === undefined ? (
          <p className="quiet">
            {t(participant.consent.given.length === 0 ? 'timeline.consentFirst' : 'timeline.nothingNext')}
          </p>
        ) : (
          <div>
            <h3>
              <Link to={`encounters/${next.id}`}>{say(next.title)}</Link>
            </h3>
            <EncounterDays encounter={next} />
          </div>
        )}
        {unfinished.map((one) => (
          <p key={one.id}>
            <Link to={`encounters/${one.id}`}>{say(one.title)}</Link>:{' '}
            {t('timeline.formsOpen', { count: one.formsMissing.length })}
          </p>
        ))}
        <div className="buttons">
          <PossibleCommand participant={participant} command="recordConsent" look="primary" onlyIfOpen />
          {screening && (
            <Link className="button primary" to={`screening`}>
              {t('timeline.toScreening')}
            </Link>
          )}
          <PossibleCommand participant={participant} command="randomise" look="primary" onlyIfOpen />
          {next !== undefined && (
            <>
              <PossibleCommand participant={participant} command="recordVisit" encounter={next.id} onlyIfOpen />
              <PossibleCommand participant={participant} command="bookEncounter" encounter={next.id} onlyIfOpen />
            </>
          )}
          {infusion !== undefined && (
            <Link className="button" to={`infusions/${infusion}`}>
              {t('timeline.toInfusion')}
            </Link>
          )}
        </div>
      </div>
    </section>
  )
}
