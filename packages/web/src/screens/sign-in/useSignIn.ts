import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { type Answer, call, type Problem } from '../../api/call.ts'

/** Only pages of this site are gone back to. */
const safe = (path: string | null): string => (path !== null && /^\/(?![/\\])/.test(path) ? path : '/studies')

export function useSignIn() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const enter = async (ask: () => Promise<Answer<unknown> | undefined>) => {
    setSending(true)
    const answer = await ask()
    setSending(false)
    if (answer === undefined) return undefined
    if (!answer.ok) return setProblem(answer.problem)
    client.clear()
    return navigate(safe(search.get('to')), { replace: true })
  }
  return {
    signIn: (name: string, password: string, code = '') =>
      enter(() => call('POST', '/api/sign-in', { name, password, ...(code !== '' && { code }) })),
    /** Whoever turns the browser's question away stays where they are. */
    signInWithPasskey: (name: string) =>
      enter(async () => {
        const options = await call<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/sign-in/passkey/options', {
          ...(name.trim() !== '' && { name }),
        })
        if (!options.ok) return options
        const response = await startAuthentication({ optionsJSON: options.value }).catch(() => undefined)
        return response && call('POST', '/api/sign-in/passkey', { response })
      }),
    sending,
    problem,
  }
}
