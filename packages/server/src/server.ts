import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { rotateSession } from '@trialwright/records'
import { type Admitted, admit } from './http/access.ts'
import { answer } from './http/call.ts'
import { documentation } from './http/documentation.ts'
import { answerBadAddress, answerErrors, answerUnknownPaths } from './http/errors.ts'
import { securityHeaders } from './http/helmet.ts'
import { fromOwnPage } from './http/origin.ts'
import { strictly } from './http/strict.ts'
import { unreadable } from './http/unreadable.ts'
import { servePages } from './http/pages.ts'
import { whenUsed } from './http/when-used.ts'
import type { Ports } from './ports.ts'
import { foreignOrigin, httpsOnly, keyMissing, tooMany } from './refusals.ts'
import { Refusals } from './schemas/refusal.ts'
import { tokenOf } from './sign-in/session.ts'
import { routes } from './routes/index.ts'
import type { Route } from './routes/route.ts'

export interface ServerOptions {
  readonly ports: Ports
  /** Folder of the built web app; absent where only the interface is served. */
  readonly pages?: string
  /** Reached by https: cookies are `__Host-` and Secure, and browsers are told to stay with https. */
  readonly secure?: boolean
  /** Requests a minute from one address; 6,000 unless told, since a hospital may have one. */
  readonly requestsPerMinute?: number
  /** Tests: an answer whose schema would drop a field fails instead. */
  readonly strictAnswers?: boolean
}

// Only Retry-After is of use to anybody.
const unsaid = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** The HTTP server around the route table; it does not listen yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { ports } = options
  const server = fastify({
    loggerInstance: ports.log as FastifyBaseLogger,
    // Requests are told by their refusals and failures; a line per request would only hold codes and addresses.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 512 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    exposeHeadRoutes: false,
    return503OnClosing: true,
    // Behind a proxy that ends TLS on this machine, addresses are those it names.
    trustProxy: options.secure ? 'loopback' : false,
    routerOptions: { maxParamLength: 100, ignoreTrailingSlash: false },
    frameworkErrors: answerBadAddress,
    // A schema that cannot be compiled is a fault that tests find at once.
    ...(options.strictAnswers ? {} : { schemaController: { compilersFactory: whenUsed() } }),
    // Strict by default: nothing is coerced, filled in or dropped on the way in.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false } },
  })
  answerErrors(server)
  await server.register(cookie)
  const headers = securityHeaders(options.secure ?? false)
  server.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers)
    done()
  })
  await server.register(rateLimit, {
    max: options.requestsPerMinute ?? 6_000,
    timeWindow: 60_000,
    addHeaders: unsaid,
    addHeadersOnExceeding: unsaid,
    errorResponseBuilder: (_, { ttl }) => ({ statusCode: 429, retryAfter: Math.ceil(ttl / 1000), refusals: [tooMany] }),
  })
  await documentation(server)
  if (options.strictAnswers) strictly(server)
  for (const route of routes) addRoute(server, route, ports, options.secure ?? false)
  await (options.pages === undefined ? answerUnknownPaths(server) : servePages(server, options.pages))
  return server
}

function addRoute(server: FastifyInstance, route: Route, ports: Ports, secure: boolean): void {
  const admitted = new WeakMap<FastifyRequest, Admitted>()
  const { params, query, body, response } = route
  server.route({
    method: route.method,
    url: route.path,
    schema: {
      operationId: route.id,
      summary: route.title,
      tags: [route.process],
      params,
      ...(query && { querystring: query }),
      ...(body && { body }),
      ...(route.keyed && { headers: keyHeader }),
      response: { 200: response, ...(route.success === 201 && { 201: response }), '4xx': Refusals, '5xx': Refusals },
    },
    config: route.perMinute === undefined ? {} : { rateLimit: { max: route.perMinute, timeWindow: 60_000 } },
    // Header rules of the documentation only; the check itself comes before the body is read.
    async onRequest(request, reply) {
      if (route.method === 'POST' && !fromOwnPage(request.headers, secure ? 'https' : request.protocol))
        return reply
          .code(403)
          .send({ refusals: [secure && fromOwnPage(request.headers, 'http') ? httpsOnly : foreignOrigin] })
      const door = await admit(route, request, ports)
      if (door && 'refusal' in door) return reply.code(door.status).send({ refusals: [door.refusal] })
      if (door) {
        admitted.set(request, door)
        await turnToken(door, ports, reply)
      }
      if (route.keyed && !uuid.test(String(request.headers['idempotency-key'] ?? '')))
        return reply.code(400).send({ refusals: [keyMissing] })
      return undefined
    },
    async preValidation(request, reply) {
      const found = unreadable(request.body) ?? unreadable(request.query, 'query')
      return found ? reply.code(400).send({ refusals: [found] }) : undefined
    },
    async handler(request, reply) {
      const result = await answer(route, request, ports, admitted.get(request), secure)
      for (const { name, value, options } of result.cookies ?? []) reply.setCookie(name, value, options)
      return reply
        .code(result.status)
        .headers({ 'cache-control': 'no-store', ...result.headers })
        .send(result.body)
    },
  })
}

/** After a change of roles the session goes on under another token. */
async function turnToken({ session, token }: Admitted, ports: Ports, reply: FastifyReply): Promise<void> {
  const fresh = session.rotate ? await rotateSession(ports.pools.access, token, tokenOf(ports)) : undefined
  if (fresh !== undefined) reply.setCookie(ports.cookies.session, fresh, ports.cookies.options)
}

const keyHeader = {
  type: 'object',
  properties: {
    'idempotency-key': {
      type: 'string',
      description: 'A new UUID for each command; the same one when it is repeated.',
    },
  },
  required: ['idempotency-key'],
} as const
