import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { Ready } from './messages.ts'

/** When a request was sent and when its answer was there, in milliseconds of this process's clock. */
export interface Answered {
  readonly asked: number
  readonly answered: number
}

export interface Client {
  readonly randomise: (code: string, index: number) => Promise<Answered>
  readonly screening: (code: string) => Promise<Answered>
  readonly form: (code: string) => Promise<Answered>
}

/** Every fiftieth randomisation is sent twice at once under one key, as a nervous browser would; both must answer alike. */
const twice = 50

export function clientOf({ address, study, cookie }: Ready, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections * 2 })
  const below = `${address}/api/studies/${study}/participants`

  const send = (method: 'GET' | 'POST', url: string, key?: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = {
        cookie,
        ...(key === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
      }
      const sent = request(url, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        )
        response.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(method === 'POST' ? '{}' : undefined)
    })

  const timed = async (work: () => Promise<{ status: number; text: string }>): Promise<Answered> => {
    const asked = performance.now()
    const { status, text } = await work()
    const answered = performance.now()
    if (status >= 300) throw new Error(`${status}: ${text}`)
    return { asked, answered }
  }

  return {
    randomise: (code, index) => {
      const key = randomUUID()
      const once = () => send('POST', `${below}/${code}/randomise`, key)
      if (index % twice > 0) return timed(once)
      return timed(async () => {
        const [first, second] = await Promise.all([once(), once()])
        if (first.text !== second.text) throw new Error(`one key, two answers: ${first.text} ${second.text}`)
        return first
      })
    },
    screening: (code) => timed(() => send('GET', `${below}/${code}/screening`)),
    form: (code) => timed(() => send('GET', `${below}/${code}/forms/screening/pain`)),
  }
}
