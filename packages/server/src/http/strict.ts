import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance } from 'fastify'

/**
 * For tests: serialisation drops fields a schema does not list, silently. Here an answer that would lose one is an error,
 * so a view and its schema cannot drift apart.
 */
export function strictly(server: FastifyInstance): void {
  const sent = new WeakMap<object, unknown>()
  server.addHook('preSerialization', async (request, _, payload) => {
    sent.set(request, JSON.parse(JSON.stringify(payload)))
    return payload
  })
  server.addHook('onSend', async (request, reply, payload) => {
    const meant = sent.get(request)
    if (
      meant !== undefined &&
      typeof payload === 'string' &&
      !isDeepStrictEqual(JSON.parse(payload), meant) &&
      reply.statusCode !== 500
    )
      throw new Error(`the schema of ${request.routeOptions.url} drops part of its answer`)
    return payload
  })
}
