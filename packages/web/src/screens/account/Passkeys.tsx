import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser'
import { useState } from 'react'
import type { Account } from '../../api/peopleTypes.ts'
import { Field } from '../../elements/Field.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useOwn } from './useOwn.ts'
import { WithPassword } from './WithPassword.tsx'

export function Passkeys({ account }: { readonly account: Account }) {
  const { t, instant } = useWords()
  const [name, setName] = useState('')
  const [failed, setFailed] = useState(false)
  const options = useOwn<PublicKeyCredentialCreationOptionsJSON>('passkeys/options')
  const add = useOwn('passkeys')
  const remove = useOwn('passkeys/remove')
  const make = async (optionsJSON: PublicKeyCredentialCreationOptionsJSON) => {
    const response = await startRegistration({ optionsJSON }).catch(() => undefined)
    setFailed(response === undefined)
    if (response === undefined) return
    const answer = await add.send({ name: name.trim() === '' ? t('account.passkeys') : name.trim(), response })
    if (answer.ok) setName('')
  }
  return (
    <section className="card">
      <header>
        <h2>{t('account.passkeys')}</h2>
      </header>
      <div className="body stack">
        <p>{t('account.passkeysHelp')}</p>
        {failed && <Notice tone="bad" live title={t('account.passkeyFailed')} />}
        <Refusals problem={add.problem} />
        {account.passkeys.length > 0 && (
          <ul className="stack tight">
            {account.passkeys.map((passkey) => (
              <li key={passkey.id} className="row">
                <strong>{passkey.name}</strong>
                <span className="quiet small">
                  {passkey.lastUsedAt === null
                    ? t('account.neverUsed')
                    : t('account.lastUsed', { when: instant(passkey.lastUsedAt) })}
                </span>
                <WithPassword
                  title={`${t('account.remove')}: ${passkey.name}`}
                  look="plain compact"
                  command={remove}
                  body={{ id: passkey.id }}
                />
              </li>
            ))}
          </ul>
        )}
        <div className="buttons">
          <WithPassword
            title={t('account.addPasskey')}
            look="primary"
            command={options}
            done={(made) => void make(made)}
          >
            <Field label={t('account.passkeyName')}>
              {(control) => (
                <input
                  {...control}
                  className="control"
                  maxLength={60}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
          </WithPassword>
        </div>
      </div>
    </section>
  )
}
