import path from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { notFound } from '../refusals.ts'

/** Serves the built web app; every other address a browser opens is the app's own, so it gets the one page there is. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(files, {
    root: path.resolve(folder),
    wildcard: false,
    cacheControl: false,
    setHeaders(reply, file) {
      // The build names its assets by their content.
      const named = file.includes(`${path.sep}assets${path.sep}`)
      reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url.replace(/^\/+/, '/'), 'http://here')
    const page =
      request.method === 'GET' &&
      !/^\/(api|assets)(\/|$)/.test(pathname) &&
      /text\/html|\*\/\*/.test(request.headers.accept ?? '')
    return page ? reply.sendFile('index.html') : reply.code(404).send({ refusals: [notFound] })
  })
}
