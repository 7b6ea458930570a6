import type { Participant } from '../../api/participantTypes.ts'
import { PossibleCommand } from '../../command/PossibleCommand.tsx'
import { useWords } from '../../language/useWords.tsx'

export function ConsentCard({ participant }: { readonly participant: Participant }) {
  const { t, say, day } = useWords()
  const { given, declined } = participant.consent
  return (
    <section className="card">
      <header>
        <h2>{t('timeline.consent')}</h2>
      </header>
      <div className="body stack">
        {given.length === 0 ? (
          <p className="quiet">
            {declined ? t('timeline.declined', { day: day(declined.day) }) : t('timeline.consentNone')}
            {declined?.reason ? `: ${declined.reason}` : ''}
          </p>
        ) : (
          <ul className="stack tight">
            {given.toReversed().map((one) => (
              <li key={one.at}>
                {t('timeline.consentGiven', { title: say(one.title), day: day(one.day) })}
                <div className="quiet small">{t('timeline.recordedBy', { name: one.by.name })}</div>
              </li>
            ))}
          </ul>
        )}
        <div className="buttons">
          {given.length > 0 && (
            <PossibleCommand participant={participant} command="recordConsent" look="compact" onlyIfOpen />
          )}
          <PossibleCommand participant={participant} command="correctConsentDay" look="plain compact" onlyIfOpen />
          <PossibleCommand participant={participant} command="recordDeclined" look="plain compact" onlyIfOpen />
          <PossibleCommand participant={participant} command="withdrawConsent" look="plain compact" onlyIfOpen />
        </div>
      </div>
    </section>
  )
}
