import { studyPath, useRead } from '../../api/queries.ts'
import type { LiveSession } from '../../api/peopleTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'

/** Who is signed in now; the administrator may end any of it. */
export function Sessions({ person }: { readonly person?: string }) {
  const { t } = useWords()
  const { study } = usePlace()
  const query = useRead<{ readonly sessions: readonly LiveSession[] }>(`${studyPath(study)}/people/sessions`)
  return (
    <section className="card">
      <header>
        <h2>{t('people.sessions')}</h2>
      </header>
      <Asked query={query}>
        {({ sessions }) => {
          const shown = sessions.filter(({ accountId }) => person === undefined || accountId === person)
          if (shown.length === 0) return <Empty title={t('people.sessionsNone')} />
          return (
            <table className="rows cards">
              <thead>
                <tr>
                  <th scope="col">{t('people.name')}</th>
                  <th scope="col">{t('people.since')}</th>
                  <th scope="col">{t('people.where')}</th>
                  <th scope="col">{t('people.means')}</th>
                  <th scope="col">
                    <span className="hidden-visually">{t('people.endSession')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((session) => (
                  <Row key={session.sessionId} session={session} />
                ))}
              </tbody>
            </table>
          )
        }}
      </Asked>
    </section>
  )
}

function Row({ session }: { readonly session: LiveSession }) {
  const { t, instant } = useWords()
  const { study } = usePlace()
  return (
    <tr>
      <th scope="row">
        {session.printedName}
        <div className="quiet small">{session.login}</div>
      </th>
      <td data-label={t('people.since')} className="nowrap">
        {instant(session.createdAt)}
      </td>
      <td data-label={t('people.where')}>{session.address}</td>
      <td data-label={t('people.means')}>{t(`means.${session.means}` as MessageKey)}</td>
      <td>
        <CommandButton
          title={t('people.endSession')}
          submit={t('people.endSession')}
          about={session.printedName}
          look="plain compact"
          path={`${studyPath(study)}/people/end-sessions`}
          fixed={{ person: session.accountId, session: session.sessionId }}
          fields={[]}
        >
          <p>{t('people.endSessionHelp')}</p>
        </CommandButton>
      </td>
    </tr>
  )
}
