import type { DemoAccounts } from '../../api/types.ts'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'

/** The demo's accounts by site, each signed in with one click. */
export function DemoAccountList(props: { readonly demo: DemoAccounts; readonly choose: (account: string) => void }) {
  const { t } = useWords()
  const bySite = [...Map.groupBy(props.demo.accounts, (account) => account.site ?? '')]
  return (
    <section className="stack">
      <h2>{t('signIn.demo')}</h2>
      <p className="quiet small">
        {t('signIn.demoHelp', { password: props.demo.password })} {t('signIn.tour')}
      </p>
      {bySite.map(([site, accounts], index) => (
        <details key={site} open={index === 0 || site === ''}>
          <summary className="label">{site === '' ? t('shell.allSites') : t('signIn.atSite', { site })}</summary>
          <ul className="accounts">
            {accounts.map((account) => (
              <li key={account.name}>
                <button type="button" onClick={() => props.choose(account.name)}>
                  <strong>{t(`role.${account.role}` as MessageKey)}</strong>
                  <span className="quiet small">{account.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
