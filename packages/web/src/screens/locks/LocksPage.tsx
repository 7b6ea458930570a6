import { Link } from 'react-router'
import type { Locks } from '../../api/lockTypes.ts'
import { studyPath, useRead } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { DatabaseCard } from './DatabaseCard.tsx'
import { SiteLocks } from './SiteLocks.tsx'

/** Freeze and lock: what is closed, what is open before it can be, site by site, and the lock of the database. */
export function LocksPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('lock.title'))
  const locks = useRead<Locks>(`${studyPath(study)}/locks`, { every: 30_000 })
  return (
    <>
      <h1>{t('lock.title')}</h1>
      <p className="quiet lead">{t('lock.help')}</p>
      <Asked query={locks}>
        {(view) => (
          <>
            <DatabaseCard view={view} />
            <SiteLocks view={view} />
            <OpenParticipants view={view} />
          </>
        )}
      </Asked>
    </>
  )
}

function OpenParticipants({ view }: { readonly view: Locks }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const titleOf = new Map(view.lines.map(({ line, title }) => [line, say(title)]))
  return (
    <section className="card">
      <header>
        <h2>{t('lock.participants')}</h2>
      </header>
      {view.participants.length === 0 ? (
        <Empty title={t('lock.nothingOpen')} />
      ) : (
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('end.participant')}</th>
              <th scope="col">{t('lock.open')}</th>
            </tr>
          </thead>
          <tbody>
            {view.participants.map(({ code, open }) => (
              <tr key={code}>
                <th scope="row">
                  <Link className="code" to={`/studies/${study}/participants/${code}`}>
                    {code}
                  </Link>
                </th>
                <td data-label={t('lock.open')}>
                  {open.map(({ line, count }) => `${titleOf.get(line) ?? line}: ${count}`).join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
