import type { DemoAccounts } from '../../api/types.ts'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'

export function DemoAccountList(props: { readonly demo: DemoAccounts; readonly choose: (account: string) => void }) {
  const { t } = useWords()
  return (
    <section className="stack tight">
      <h2>{t('signIn.demo')}</h2>
      <p className="quiet small">
        {t('signIn.demoHelp', { password: props.demo.password })} {t('signIn.tour')}
      </p>
      <ul className="accounts">
        {props.demo.accounts.map((account) => (
          <li key={account.name}>
            <button type="button" onClick={() => props.choose(account.name)}>
              <strong>{t(`role.${account.role}` as MessageKey)}</strong>
              <span className="quiet small">{account.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
