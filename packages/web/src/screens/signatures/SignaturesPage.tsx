import { Link } from 'react-router'
import { participantPath, useRead } from '../../api/queries.ts'
import type { Signatures, SignedRecord } from '../../api/signatureTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useShownParticipant } from '../participants/ParticipantFrame.tsx'
import { SignedCard } from './SignedCard.tsx'
import { WaitingVisits } from './WaitingVisits.tsx'

/** What of a participant waits for a signature, and every signature given, the casebook's first; it prints as it stands. */
export function SignaturesPage() {
  const { t, say } = useWords()
  const { study, code } = usePlace()
  const { site } = useShownParticipant()
  const view = useRead<Signatures>(`${participantPath(study, code)}/signatures`, { every: 20_000 })
  return (
    <Asked query={view}>
      {({ casebook, visits }) => (
        <>
          <div className="page-head">
            <h2>{t('sign.title')}</h2>
            <button type="button" className="button compact push" onClick={() => window.print()}>
              <Icon name="print" /> {t('print')}
            </button>
          </div>
          <p className="quiet lead">{t('sign.help')}</p>
          <WaitingVisits visits={visits} refresh={() => void view.refetch()} />
          <SignedCard code={code} record={casebook} zone={site.timeZone} title={say(casebook.title)} />
          {visits
            .filter(({ standing }) => standing !== 'unsigned')
            .map((visit) => (
              <SignedCard
                key={visit.encounter}
                code={code}
                record={visit}
                zone={site.timeZone}
                title={<VisitLink visit={visit} />}
              />
            ))}
        </>
      )}
    </Asked>
  )
}

function VisitLink({ visit }: { readonly visit: SignedRecord }) {
  const { say } = useWords()
  const { study, code } = usePlace()
  return <Link to={`/studies/${study}/participants/${code}/encounters/${visit.encounter}`}>{say(visit.title)}</Link>
}
