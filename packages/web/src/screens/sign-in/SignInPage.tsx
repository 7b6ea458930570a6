import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { type FormEvent, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useDemoAccounts, useRead } from '../../api/queries.ts'
import { Field } from '../../elements/Field.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { SecretField } from '../account/SecretField.tsx'
import { TrialHead } from '../trial/TrialHead.tsx'
import { DemoAccountList } from './DemoAccountList.tsx'
import { useSignIn } from './useSignIn.ts'

export function SignInPage() {
  const { t, say } = useWords()
  useTitle(t('signIn.title'))
  const { signIn, signInWithPasskey, sending, problem } = useSignIn()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const demo = useDemoAccounts().data
  const returned = useSearchParams()[0].get('problem')
  const aboutCode = problem?.refusals.find(({ field }) => field === 'code')
  // Once a code was asked for, its field stays.
  const [asked, setAsked] = useState(false)
  if (aboutCode !== undefined && !asked) setAsked(true)
  const send = () => void signIn(name, password, code)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <div className="public">
      <TrialHead />
      <main id="content" className={`sign-in ${demo === undefined ? '' : 'with-demo'}`}>
        <form className="stack narrow" onSubmit={submit}>
          <h1>{t('signIn.title')}</h1>
          {(returned === 'provider' || returned === 'notLinked') && (
            <Notice tone="bad" title={t(`signIn.problem.${returned}`)} />
          )}
          <Refusals problem={problem} fields={['code']} onRetry={send} />
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
          <SecretField kind="current-password" label={t('password')} value={password} change={setPassword} />
          {asked && (
            <SecretField
              kind="one-time-code"
              label={t('signIn.code')}
              help={t('signIn.codeHelp')}
              value={code}
              change={setCode}
              problem={aboutCode && `${say(aboutCode.reason)} ${say(aboutCode.remedy)}`}
            />
          )}
          <div className="buttons">
            <button type="submit" className="button primary" disabled={sending}>
              {t('signIn.title')}
            </button>
          </div>
          <OtherWays sending={sending} passkey={() => void signInWithPasskey(name)} />
        </form>
        {demo !== undefined && <DemoAccountList demo={demo} choose={(one) => void signIn(one, demo.password)} />}
      </main>
    </div>
  )
}

function OtherWays({ sending, passkey }: { readonly sending: boolean; readonly passkey: () => void }) {
  const { t } = useWords()
  const ways = useRead<{ readonly providers: readonly { readonly id: string; readonly title: string }[] }>(
    '/api/sign-in/providers',
  ).data
  return (
    <div className="stack tight">
      {browserSupportsWebAuthn() && (
        <button type="button" className="button" disabled={sending} onClick={passkey}>
          {t('signIn.passkey')}
        </button>
      )}
      {ways?.providers.map(({ id, title }) => (
        <a key={id} className="button" href={`/api/sign-in/providers/${id}`}>
          {t('signIn.provider', { title })}
        </a>
      ))}
    </div>
  )
}
