import { type FormEvent, useState } from 'react'
import type { Account } from '../../api/peopleTypes.ts'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'
import { SecretField } from './SecretField.tsx'
import { useOwn } from './useOwn.ts'
import { WithPassword } from './WithPassword.tsx'

interface Proposed {
  readonly secret: string
  readonly address: string
}

/** Connects an authenticator app: secret, first code, recovery codes. */
export function Authenticator({ account }: { readonly account: Account }) {
  const { t } = useWords()
  const [proposed, setProposed] = useState<Proposed>()
  const [codes, setCodes] = useState<readonly string[]>()
  const propose = useOwn<Proposed>('authenticator/propose')
  const remove = useOwn('authenticator/remove')
  return (
    <section className="card">
      <header>
        <h2>{t('account.app')}</h2>
      </header>
      <div className="body stack">
        {codes !== undefined ? (
          <RecoveryCodes codes={codes} done={() => setCodes(undefined)} />
        ) : proposed !== undefined ? (
          <FirstCode
            proposed={proposed}
            done={(made) => {
              setProposed(undefined)
              setCodes(made)
            }}
            cancel={() => setProposed(undefined)}
          />
        ) : account.authenticator !== undefined ? (
          <>
            <p>{t('account.appOn', { count: account.authenticator.codesLeft })}</p>
            <div className="buttons">
              <WithPassword title={t('account.disconnect')} command={remove} />
            </div>
          </>
        ) : (
          <>
            <p>{t('account.appOff')}</p>
            <div className="buttons">
              <WithPassword title={t('account.connect')} look="primary" command={propose} done={setProposed} />
            </div>
          </>
        )}
      </div>
    </section>
  )
}

function FirstCode(props: {
  readonly proposed: Proposed
  readonly done: (codes: readonly string[]) => void
  readonly cancel: () => void
}) {
  const { t, say } = useWords()
  const [code, setCode] = useState('')
  const command = useOwn<{ codes: readonly string[] }>('authenticator/confirm')
  const wrong = command.problem?.refusals.find(({ field }) => field === 'code')
  const send = async () => {
    const answer = await command.send({ code })
    if (answer.ok) props.done(answer.value.codes)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const grouped = props.proposed.secret.match(/.{1,4}/g)?.join(' ') ?? ''
  return (
    <form className="stack" onSubmit={submit}>
      <Refusals problem={command.problem} fields={['code']} onRetry={() => void send()} />
      <p>{t('account.secretHelp')}</p>
      <dl className="facts">
        <dt>{t('account.secret')}</dt>
        <dd className="data">{grouped}</dd>
      </dl>
      <p>
        <a href={props.proposed.address}>{t('account.openApp')}</a>
      </p>
      <SecretField
        kind="one-time-code"
        label={t('account.code')}
        value={code}
        change={setCode}
        problem={wrong && `${say(wrong.reason)} ${say(wrong.remedy)}`}
      />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={command.sending}>
          {t('account.confirm')}
        </button>
        <button type="button" className="button" onClick={props.cancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

function RecoveryCodes({ codes, done }: { readonly codes: readonly string[]; readonly done: () => void }) {
  const { t } = useWords()
  return (
    <>
      <h3>{t('account.codes')}</h3>
      <p>{t('account.codesHelp')}</p>
      <ul className="codes data">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button" onClick={() => print()}>
          {t('print')}
        </button>
        <button type="button" className="button primary" onClick={done}>
          {t('account.kept')}
        </button>
      </div>
    </>
  )
}
