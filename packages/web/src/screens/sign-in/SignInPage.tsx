import { type FormEvent, useState } from 'react'
import { useDemoAccounts } from '../../api/queries.ts'
import { Field } from '../../elements/Field.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { TrialHead } from '../trial/TrialHead.tsx'
import { DemoAccountList } from './DemoAccountList.tsx'
import { useSignIn } from './useSignIn.ts'

export function SignInPage() {
  const { t } = useWords()
  useTitle(t('signIn.title'))
  const { signIn, sending, problem } = useSignIn()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const demo = useDemoAccounts().data
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void signIn(name, password)
  }
  return (
    <div className="public">
      <TrialHead />
      <main id="content" className={`sign-in ${demo === undefined ? '' : 'with-demo'}`}>
        <form className="stack" onSubmit={submit}>
          <h1>{t('signIn.title')}</h1>
          <Refusals problem={problem} onRetry={() => void signIn(name, password)} />
          <Field label={t('signIn.name')}>
            {(control) => (
              <input
                {...control}
                className="control"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('password')}>
            {(control) => (
              <input
                {...control}
                className="control"
                type="password"
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
          <div className="buttons">
            <button type="submit" className="button primary" disabled={sending}>
              {t('signIn.title')}
            </button>
          </div>
        </form>
        {demo !== undefined && <DemoAccountList demo={demo} choose={(one) => void signIn(one, demo.password)} />}
      </main>
    </div>
  )
}
