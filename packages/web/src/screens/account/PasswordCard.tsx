import { type FormEvent, useState } from 'react'
import { Notice } from '../../elements/Notice.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'
import { SecretField } from './SecretField.tsx'
import { useOwn } from './useOwn.ts'

const empty = { password: '', next: '', again: '' }

export function PasswordCard() {
  const { t, say } = useWords()
  const [typed, setTyped] = useState(empty)
  const [unlike, setUnlike] = useState(false)
  const [done, setDone] = useState(false)
  const command = useOwn('password')
  const problemOf = (field: string) => {
    const found = command.problem?.refusals.find((refusal) => refusal.field === field)
    return found && `${say(found.reason)} ${say(found.remedy)}`
  }
  const set = (name: keyof typeof empty) => (value: string) => setTyped((all) => ({ ...all, [name]: value }))
  const change = async () => {
    setUnlike(typed.next !== typed.again)
    if (typed.next !== typed.again) return
    const answer = await command.send({ password: typed.password, next: typed.next })
    setDone(answer.ok)
    if (answer.ok) setTyped(empty)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void change()
  }
  return (
    <section className="card">
      <header>
        <h2>{t('account.password')}</h2>
      </header>
      <form className="body stack" onSubmit={submit}>
        {done && <Notice tone="good" live title={t('account.changed')} />}
        <Refusals problem={command.problem} fields={['password', 'next']} onRetry={() => void change()} />
        <SecretField
          kind="current-password"
          label={t('account.current')}
          value={typed.password}
          change={set('password')}
          problem={problemOf('password')}
        />
        <SecretField
          kind="new-password"
          label={t('account.next')}
          help={t('account.nextHelp')}
          value={typed.next}
          change={set('next')}
          problem={problemOf('next')}
        />
        <SecretField
          kind="new-password"
          label={t('account.again')}
          value={typed.again}
          change={set('again')}
          problem={unlike ? t('account.notAlike') : undefined}
        />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={command.sending}>
            {t('account.change')}
          </button>
        </div>
      </form>
    </section>
  )
}
