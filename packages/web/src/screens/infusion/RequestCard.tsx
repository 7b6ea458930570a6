import type { Participant } from '../../api/participantTypes.ts'
import { PossibleCommand } from '../../command/PossibleCommand.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Asking the pharmacy for the masked infusion, or what stands in the way of it. */
export function RequestCard(props: { readonly participant: Participant; readonly encounter: string }) {
  const { t, say } = useWords()
  const { participant, encounter } = props
  const possible = participant.possible.find(
    (one) => one.command === 'requestPreparation' && one.encounter === encounter,
  )
  if (possible === undefined) return null
  return (
    <section className="card">
      <header>
        <h2>{t('infusion.bag')}</h2>
      </header>
      <div className="body stack">
        {possible.refusals.length === 0 ? (
          <>
            <p className="quiet">{t('command.requestPreparationHelp')}</p>
            <div className="buttons">
              <PossibleCommand
                participant={participant}
                command="requestPreparation"
                encounter={encounter}
                look="primary"
              />
            </div>
          </>
        ) : (
          <>
            <strong>{t('infusion.notYet')}</strong>
            <ul className="in-the-way">
              {possible.refusals.map((refusal) => (
                <li key={`${refusal.code} ${refusal.reason.en}`}>
                  {say(refusal.reason)} <span className="quiet">{say(refusal.remedy)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
