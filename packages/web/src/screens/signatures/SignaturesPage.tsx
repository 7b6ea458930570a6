import { Link } from 'react-router'
import { participantPath, useRead } from '../../api/queries.ts'
import type { Signatures, SignedRecord } from '../../api/signatureTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useShownParticipant } from '../participants/ParticipantFrame.tsx'
import { SignButton } from './SignButton.tsx'
import { SignedCard } from './SignedCard.tsx'

/** Every signature of a participant, the casebook's first; it prints as it stands. */
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
          <Waiting visits={visits} />
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

/** Visits that have taken place and nobody has signed. */
function Waiting({ visits }: { readonly visits: readonly SignedRecord[] }) {
  const { t } = useWords()
  const { code } = usePlace()
  const waiting = visits.filter(
    ({ standing, toSign }) => standing === 'unsigned' && toSign.every((one) => one.code !== 'visitNotOver'),
  )
  if (waiting.length === 0) return null
  return (
    <section className="card">
      <header>
        <h3>{t('sign.waiting')}</h3>
      </header>
      <ul className="form-list">
        {waiting.map((visit) => (
          <li key={visit.encounter}>
            <VisitLink visit={visit} />
            <SignButton code={code} record={visit} look="compact" amongOthers />
          </li>
        ))}
      </ul>
    </section>
  )
}
