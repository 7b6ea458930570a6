import { useRead } from '../../api/queries.ts'
import type { Account } from '../../api/peopleTypes.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { Authenticator } from './Authenticator.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { Passkeys } from './Passkeys.tsx'
import { PasswordCard } from './PasswordCard.tsx'

/** One's own account. */
export function AccountPage() {
  const { t } = useWords()
  useTitle(t('account.title'))
  return (
    <>
      <h1>{t('account.title')}</h1>
      <Asked query={useRead<Account>('/api/account')}>
        {(account) => (
          <>
            {!account.maySign && <Notice tone="warn" title={t('account.mayNotSign')} />}
            <section className="card">
              <div className="body">
                <dl className="facts">
                  <dt>{t('people.printedName')}</dt>
                  <dd>{account.printedName}</dd>
                  <dt>{t('people.login')}</dt>
                  <dd>{account.login}</dd>
                  {account.maySign && (
                    <>
                      <dt>{t('people.identity')}</dt>
                      <dd>{t('account.maySign')}</dd>
                    </>
                  )}
                </dl>
              </div>
            </section>
            <PasswordCard />
            <Authenticator account={account} />
            <Passkeys account={account} />
            <OwnSessions account={account} />
          </>
        )}
      </Asked>
    </>
  )
}
