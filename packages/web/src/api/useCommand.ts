import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { type Answer, call, type Problem } from './call.ts'
import { clientTime } from './clientTime.ts'
import { type Pending, pendingFor } from './pending.ts'
import { uuid } from './uuid.ts'

export interface Command<Body, Value> {
  /** `accepted` is called once the change is recorded, before the pages are read anew. */
  readonly send: (body: Body, accepted?: () => void) => Promise<Answer<Value>>
  readonly sending: boolean
  readonly problem: Problem | undefined
  readonly dismiss: () => void
}

/**
 * One kind of change, sent with an idempotency key. While the outcome is unknown the key and the exact body are kept,
 * so sending the same entry again can never record it twice; another entry gets a new key.
 */
export function useCommand<Body extends object, Value = unknown>(
  path: string,
  refresh: readonly unknown[] = [],
): Command<Body, Value> {
  const client = useQueryClient()
  const pending = useRef<Pending>(undefined)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const send = useCallback(
    async (body: Body, accepted?: () => void) => {
      pending.current = pendingFor(pending.current, path, body, { key: uuid, time: clientTime })
      setSending(true)
      const answer = await call<Value>('POST', path, pending.current.body, pending.current.key)
      setSending(false)
      if (answer.ok || !answer.problem.unknown) pending.current = undefined
      setProblem(answer.ok ? undefined : answer.problem)
      if (answer.ok) accepted?.()
      if (answer.ok) await client.invalidateQueries({ queryKey: refresh })
      // A signature changes what the next one of the session asks for.
      if (answer.ok && 'password' in body) await client.invalidateQueries({ queryKey: ['me'] })
      return answer
    },
    [path, client, refresh],
  )
  return { send, sending, problem, dismiss: useCallback(() => setProblem(undefined), []) }
}
