import type { Account } from '../../api/peopleTypes.ts'
import { Refusals } from '../../elements/Refusals.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'
import { useOwn } from './useOwn.ts'

/** Where one is signed in, with the means to end it. */
export function OwnSessions({ account }: { readonly account: Account }) {
  const { t, instant } = useWords()
  const command = useOwn('sessions/end')
  const { sessions, sessionId } = account
  return (
    <section className="card">
      <header>
        <h2>{t('account.sessions')}</h2>
        {sessions.length > 1 && (
          <button
            type="button"
            className="button compact"
            disabled={command.sending}
            onClick={() => void command.send({})}
          >
            {t('account.endOthers')}
          </button>
        )}
      </header>
      <Refusals problem={command.problem} />
      <table className="rows cards">
        <thead>
          <tr>
            <th scope="col">{t('people.since')}</th>
            <th scope="col">{t('people.where')}</th>
            <th scope="col">{t('people.means')}</th>
            <th scope="col">
              <span className="hidden-visually">{t('account.end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.sessionId}>
              <th scope="row" className="nowrap">
                {instant(session.createdAt)}
              </th>
              <td data-label={t('people.where')}>
                <div>
                  {session.address}
                  <div className="quiet small">{session.agent}</div>
                </div>
              </td>
              <td data-label={t('people.means')}>{t(`means.${session.means}` as MessageKey)}</td>
              <td>
                {session.sessionId === sessionId ? (
                  <span className="quiet">{t('account.thisOne')}</span>
                ) : (
                  <button
                    type="button"
                    className="button plain compact"
                    disabled={command.sending}
                    onClick={() => void command.send({ session: session.sessionId })}
                  >
                    {t('account.end')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
