import { usePublicStudies, usePublicStudy } from '../../api/queries.ts'
import type { DemoAccounts } from '../../api/types.ts'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'

/** The demo's accounts by site, each signed in with one click. */
export function DemoAccountList(props: { readonly demo: DemoAccounts; readonly choose: (account: string) => void }) {
  const { t, say } = useWords()
  const study = usePublicStudies().data?.studies[0]?.id
  const sites = usePublicStudy(study).data?.definition.sites ?? []
  const titleOf = (site: string) => {
    const found = sites.find(({ id }) => id === site)
    return found === undefined ? site : say(found.title)
  }
  const bySite = [...Map.groupBy(props.demo.accounts, (account) => account.site ?? '')]
  return (
    <section className="stack">
      <h2>{t('signIn.demo')}</h2>
      <p className="quiet small">
        {t('signIn.demoHelp', { password: props.demo.password })} {t('signIn.tour')}
      </p>
      {bySite.map(([site, accounts], index) => (
        <details key={site} open={index === 0 || site === ''}>
          <summary className="label">{site === '' ? t('shell.allSites') : titleOf(site)}</summary>
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
