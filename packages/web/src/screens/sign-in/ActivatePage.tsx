import { type FormEvent, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { call, type Problem } from '../../api/call.ts'
import type { Invitation } from '../../api/peopleTypes.ts'
import { Loading } from '../../elements/Asked.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { SecretField } from '../account/SecretField.tsx'
import { TrialHead } from '../trial/TrialHead.tsx'

/** Where a one-time link leads: its key stands behind the #, which no server is told. */
export function ActivatePage() {
  const { t } = useWords()
  useTitle(t('activate.title'))
  const [token] = useState(() => location.hash.slice(1))
  const [invitation, setInvitation] = useState<Invitation>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    if (token === '') return
    void call<Invitation>('POST', '/api/invitation', { token }).then((answer) =>
      answer.ok ? setInvitation(answer.value) : setProblem(answer.problem),
    )
  }, [token])
  return (
    <div className="public">
      <TrialHead />
      <main id="content" className="sign-in">
        {token === '' ? (
          <>
            <h1>{t('activate.title')}</h1>
            <Notice tone="bad" title={t('activate.noLink')} />
          </>
        ) : invitation === undefined ? (
          <>
            <h1>{t('activate.title')}</h1>
            {problem === undefined ? <Loading /> : <Refusals problem={problem} />}
          </>
        ) : (
          <NewPassword token={token} invitation={invitation} />
        )}
      </main>
    </div>
  )
}

function NewPassword({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const { t, say } = useWords()
  const navigate = useNavigate()
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [code, setCode] = useState('')
  const [unlike, setUnlike] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const problemOf = (field: string) => {
    const found = problem?.refusals.find((refusal) => refusal.field === field)
    return found && `${say(found.reason)} ${say(found.remedy)}`
  }
  const send = async () => {
    setUnlike(next !== again)
    if (next !== again) return
    setSending(true)
    const answer = await call('POST', '/api/invitation/use', {
      token,
      next,
      ...(invitation.secondFactor && { code }),
    })
    setSending(false)
    if (!answer.ok) return setProblem(answer.problem)
    return navigate('/studies/account', { replace: true })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className="stack narrow" onSubmit={submit}>
      <h1>{t(invitation.first ? 'activate.title' : 'activate.again')}</h1>
      <p>{t('activate.for', { name: invitation.printedName, login: invitation.login })}</p>
      <Refusals problem={problem} fields={['next', 'code']} onRetry={() => void send()} />
      <input type="text" autoComplete="username" value={invitation.login} readOnly hidden />
      <SecretField
        kind="new-password"
        label={t('account.next')}
        help={t('account.nextHelp')}
        value={next}
        change={setNext}
        problem={problemOf('next')}
      />
      <SecretField
        kind="new-password"
        label={t('account.again')}
        value={again}
        change={setAgain}
        problem={unlike ? t('account.notAlike') : undefined}
      />
      {invitation.secondFactor && (
        <SecretField
          kind="one-time-code"
          label={t('signIn.code')}
          help={t('signIn.codeHelp')}
          value={code}
          change={setCode}
          problem={problemOf('code')}
        />
      )}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={sending}>
          {t('activate.open')}
        </button>
      </div>
    </form>
  )
}
