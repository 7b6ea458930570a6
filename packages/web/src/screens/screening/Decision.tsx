import type { Refusal } from '@trialwright/protocol'
import type { Participant } from '../../api/participantTypes.ts'
import { participantPath, useMe } from '../../api/queries.ts'
import type { Screening } from '../../api/screeningTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { PossibleCommand } from '../../command/PossibleCommand.tsx'
import { useSigning } from '../../command/useSigning.ts'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'
import { VerdictChip } from '../participants/StatusChip.tsx'

/** What has been decided, by whom, and what may be decided now. */
export function Decision({ view, participant }: { readonly view: Screening; readonly participant: Participant }) {
  const { t, day } = useWords()
  const { study } = usePlace()
  const me = useMe().data
  const signing = useSigning()
  const signs = me?.grants.some((grant) => grant.study === study && grant.role === 'investigator') === true
  const { confirmed, failed, randomised } = view
  // That somebody else signs is said in words below, not as something in the way.
  const toConfirm = view.toConfirm.filter((refusal) => signs || refusal.code !== 'roleMayNot')
  const waits = view.toConfirm.length > 0 && toConfirm.length === 0
  const open = failed === undefined && randomised === undefined
  return (
    <section className="card">
      <header>
        <h3>{t('screening.decision')}</h3>
        <VerdictChip verdict={view.verdict} />
      </header>
      <div className="body stack">
        {randomised !== undefined && (
          <Notice
            tone="good"
            title={t('screening.randomised', { number: randomised.number, day: day(randomised.day) })}
          />
        )}
        {failed !== undefined && (
          <Notice tone="warn" title={t('screening.failed', { day: day(failed.day) })}>
            {failed.criteria.length > 0 && <p>{t('screening.failedCriteria', { list: failed.criteria.join(', ') })}</p>}
            {failed.note !== '' && <p>{failed.note}</p>}
          </Notice>
        )}
        {confirmed !== undefined && <Signed confirmed={confirmed} zone={participant.site.timeZone} />}
        {open && (confirmed === undefined || confirmed.outdated) && toConfirm.length > 0 && (
          <InTheWay title={t('screening.notYet')} refusals={toConfirm} />
        )}
        {open && (confirmed === undefined || confirmed.outdated) && waits && (
          <p>{t(view.verdict === 'eligible' ? 'screening.waitsForSignature' : 'screening.waitsForData')}</p>
        )}
        {open && confirmed !== undefined && !confirmed.outdated && view.toRandomise.length > 0 && (
          <InTheWay title={t('screening.notYetRandomised')} refusals={view.toRandomise} />
        )}
        <div className="buttons">
          {open && signs && view.toConfirm.length === 0 && (
            <CommandButton
              title={t('screening.confirmTitle')}
              submit={t('screening.confirm')}
              of={view.code}
              look="primary"
              path={`${participantPath(study, view.code)}/confirm-eligibility`}
              fields={signing}
            >
              <p>{t('screening.confirmMeaning', { name: me?.printedName ?? '' })}</p>
            </CommandButton>
          )}
          <PossibleCommand participant={participant} command="randomise" look="primary" onlyIfOpen />
          <PossibleCommand participant={participant} command="recordScreenFailure" onlyIfOpen />
          <PossibleCommand participant={participant} command="startRescreening" onlyIfOpen />
        </div>
      </div>
    </section>
  )
}

function Signed({
  confirmed,
  zone,
}: {
  readonly confirmed: NonNullable<Screening['confirmed']>
  readonly zone: string
}) {
  const { t, instant } = useWords()
  const { signature } = confirmed
  return (
    <Notice
      tone={confirmed.outdated ? 'warn' : 'good'}
      title={t('screening.signed', { name: signature.printedName, when: instant(signature.at, zone) })}
    >
      <p className="small">{t('screening.meaning.confirmsEligibility')}</p>
      {confirmed.outdated && <p>{t('screening.outdated')}</p>}
    </Notice>
  )
}

function InTheWay({ title, refusals }: { readonly title: string; readonly refusals: readonly Refusal[] }) {
  const { t, say } = useWords()
  const most = 4
  return (
    <div className="stack tight">
      <strong>{title}</strong>
      <ul className="in-the-way small">
        {refusals.slice(0, most).map((refusal) => (
          <li key={`${refusal.code} ${refusal.reason.en}`}>
            {say(refusal.reason)} <span className="quiet">{say(refusal.remedy)}</span>
          </li>
        ))}
        {refusals.length > most && <li className="quiet">{t('screening.more', { count: refusals.length - most })}</li>}
      </ul>
    </div>
  )
}
