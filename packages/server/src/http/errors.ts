import { Unavailable } from '@trialwright/records'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { badAddress, notFound, notJson, tooLarge, tooMany, unavailable, unexpected } from '../refusals.ts'
import { type Fault, refusalOf } from './malformed.ts'

/** Everything thrown ends here. The person gets a refusal; what was wrong on our side goes to the log, without bodies or names. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler<FastifyError & { validation?: Fault[]; refusals?: unknown }>((error, request, reply) => {
    if (error?.validation?.[0])
      return send(reply, 400, refusalOf(error.validation[0], error.validationContext ?? 'body'))
    if (error?.statusCode === 429) return send(reply, 429, tooMany)
    if (error?.statusCode === 413) return send(reply, 413, tooLarge)
    if (error instanceof Unavailable) return send(reply.header('retry-after', '1'), 503, unavailable)
    if (typeof error?.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500)
      return send(reply, error.statusCode === 404 ? 404 : 400, error.statusCode === 404 ? notFound : notJson)
    request.log.error(
      {
        err: error instanceof Error ? error : new Error('something other than an error was thrown'),
        route: request.routeOptions.url,
      },
      'a request failed unexpectedly',
    )
    return send(reply, 500, unexpected)
  })
}

/** An address that cannot be read at all, before any route is looked for. */
export const answerBadAddress = (_: unknown, __: unknown, reply: FastifyReply): void => {
  send(reply, 400, badAddress)
}

export function answerUnknownPaths(server: FastifyInstance): void {
  server.setNotFoundHandler((_, reply) => send(reply, 404, notFound))
}

const send = (reply: FastifyReply, status: number, refusal: unknown) =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ refusals: [refusal] })
