import type { Refusal } from '@trialwright/protocol'

/** An answer that is not a success: what was refused, and whether the same request may be sent again. */
export interface Problem {
  readonly status: number
  readonly refusals: readonly Refusal[]
  /** The outcome is not known (no answer, or 503): the same key may be sent again and is safe. */
  readonly unknown: boolean
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Thrown by queries only, so that the query client can hold it. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.status}`)
    this.problem = problem
  }
}

export async function call<T>(method: string, path: string, body?: unknown, key?: string): Promise<Answer<T>> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (key !== undefined) headers['idempotency-key'] = key
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch {
    return { ok: false, problem: { status: 0, refusals: [], unknown: true } }
  }
  const content: unknown = await response.json().catch(() => undefined)
  if (response.ok) return { ok: true, value: content as T }
  const refusals = (content as { refusals?: readonly Refusal[] } | undefined)?.refusals ?? []
  return { ok: false, problem: { status: response.status, refusals, unknown: response.status >= 502 } }
}

export async function read<T>(path: string): Promise<T> {
  const answer = await call<T>('GET', path)
  if (!answer.ok) throw new ProblemError(answer.problem)
  return answer.value
}
