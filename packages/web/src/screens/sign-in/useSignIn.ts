import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { call, type Problem } from '../../api/call.ts'

/** Only pages of this site are gone back to. */
const safe = (path: string | null): string => (path !== null && /^\/(?![/\\])/.test(path) ? path : '/studies')

export function useSignIn() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const signIn = async (name: string, password: string) => {
    setSending(true)
    const answer = await call('POST', '/api/sign-in', { name, password })
    setSending(false)
    if (!answer.ok) return setProblem(answer.problem)
    client.clear()
    return navigate(safe(search.get('to')), { replace: true })
  }
  return { signIn, sending, problem }
}
