import type { AppendEntry, AppendResult } from '@trialwright/records'
import type { Ports } from '@trialwright/server'
import type { Server } from '../person.ts'
import type { Plant } from '../world.ts'
import type { SecretTable } from '../worlds/tables.ts'

/** What a planted leak knows: everything the blinded side must not. */
export interface Secrets {
  readonly experimental: string
  /** Undefined until randomised. */
  armOf(code: string | undefined): string | undefined
  isExperimental(code: string | undefined): boolean
  nextArm(stratum: string): string | undefined
  /** Participants in an arm so far, at one site or all. */
  count(arm: string, stratum?: string): number
  readonly codes: () => readonly string[]
}

/** An answer on its way out. */
export interface Outgoing {
  readonly route: string
  readonly code: string | undefined
  readonly url: string
  status: number
  text: string
  readonly header: (name: string, value: string) => void
  readonly phrase: (words: string) => void
}

/** A way by which an arm could become known, put into the honest product by the harness and nowhere else. */
export interface Leak {
  readonly name: string
  /** Its number among the ways by which an arm could be told, as `docs/blinding.md` lists them. */
  readonly channel: number
  /** Changes an answer. */
  readonly answer?: (answer: Outgoing, secrets: Secrets) => void
  /** Changes what is written, on either side of the blind. */
  readonly written?: (entry: AppendEntry, secrets: Secrets) => AppendEntry
  /** Turns a request away. */
  readonly refuses?: (route: string, code: string | undefined, secrets: Secrets) => boolean
  /** Looks on as something is written. */
  readonly beside?: (entry: AppendEntry, ports: Ports, secrets: Secrets) => void
  /** Spoils the randomness while this participant is served. */
  readonly random?: (bytes: Uint8Array, code: string | undefined, secrets: Secrets) => Uint8Array
}

/** The participant an entry is about. */
export const codeOf = ({ streamId }: Pick<AppendEntry, 'streamId'>): string => streamId.slice(streamId.indexOf('/') + 1)

/** The parts of a world with the leak in it. */
export function planted(leak: Leak): Plant {
  const allocated = new Map<string, { readonly stratum: string; readonly arm: string }>()
  const taken = new Map<string, number>()
  let table: SecretTable = {}
  let experimental = ''
  let served: string | undefined
  const secrets: Secrets = {
    get experimental() {
      return experimental
    },
    armOf: (code) => allocated.get(code ?? '')?.arm,
    isExperimental: (code) => allocated.get(code ?? '')?.arm === experimental,
    nextArm: (stratum) => table[stratum]?.[taken.get(stratum) ?? 0],
    count: (arm, stratum) =>
      [...allocated.values()].filter((each) => each.arm === arm && (stratum ?? each.stratum) === each.stratum).length,
    codes: () => [...allocated.keys()],
  }
  const watched =
    (append: (entry: AppendEntry) => Promise<AppendResult>, ports: Ports) => async (entry: AppendEntry) => {
      leak.beside?.(entry, ports, secrets)
      const answer = await append(leak.written?.(entry, secrets) ?? entry)
      const { allocate } = entry
      if (answer.result === 'appended' && allocate) {
        allocated.set(allocate.participant, { stratum: allocate.stratum, arm: secrets.nextArm(allocate.stratum)! })
        taken.set(allocate.stratum, (taken.get(allocate.stratum) ?? 0) + 1)
      }
      return answer
    }
  return {
    ports(ports, world) {
      ;({ table } = world)
      experimental = world.study.arms[0]
      const { blinded, unblinded } = ports.append
      return {
        ...ports,
        append: {
          blinded: { ...blinded, append: watched(blinded.append, ports) },
          unblinded: { ...unblinded, append: watched(unblinded.append, ports) },
        },
      }
    },
    random: (honest) => (count) => leak.random?.(honest(count), served, secrets) ?? honest(count),
    server: (server) => hook(server, leak, secrets, (code) => void (served = code)),
  }
}

function hook(server: Server, leak: Leak, secrets: Secrets, serves: (code: string | undefined) => void): void {
  const routeOf = (request: { readonly routeOptions: { readonly schema?: object } }) =>
    (request.routeOptions.schema as { readonly operationId?: string } | undefined)?.operationId ?? ''
  server.addHook('preHandler', async (request, reply) => {
    const { code } = request.params as { readonly code?: string }
    serves(code)
    if (!leak.refuses?.(routeOf(request), code, secrets)) return
    await reply.code(422).send({ refusals: [outOfStock] })
  })
  server.addHook('onSend', async (request, reply, payload) => {
    const text = textOf(payload, String(reply.getHeader('content-type')))
    if (!leak.answer || text === undefined) return payload
    const { code } = request.params as { readonly code?: string }
    const outgoing: Outgoing = {
      route: routeOf(request),
      code,
      url: request.url,
      status: reply.statusCode,
      text,
      header: (name, value) => void reply.header(name, value),
      phrase: (words) => void (reply.raw.statusMessage = words),
    }
    leak.answer(outgoing, secrets)
    reply.code(outgoing.status)
    return outgoing.text
  })
}

/** Of an answer that is JSON: some are sent as the bytes they were written as once. */
const textOf = (payload: unknown, type: string): string | undefined =>
  typeof payload === 'string'
    ? payload
    : Buffer.isBuffer(payload) && type.includes('json')
      ? payload.toString('utf8')
      : undefined

const words = (text: string) => ({ en: text, nb: text })
const outOfStock = { code: 'outOfStock', reason: words('No stock.'), remedy: words('Order more.') }
