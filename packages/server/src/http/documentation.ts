import swagger from '@fastify/swagger'
import swaggerPages from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** OpenAPI 3.1 from the route table at /api/openapi.json, and a page to browse it at /api/docs; all of it served from here. */
export async function documentation(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Trialwright',
        version: '0.1.0',
        description:
          'Everything the screens do, and nothing else. A state change is a command with an Idempotency-Key; what cannot be done is a refusal with its reason and remedy in English and Norwegian.',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'trialwright-session' } },
      },
      security: [{ session: [] }],
    },
  })
  await server.register(swaggerPages, {
    routePrefix: '/api/docs',
    staticCSP: true,
    transformStaticCSP: () =>
      // The page sets style attributes and makes its own markup, so those two rules are wider here than elsewhere.
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    uiConfig: { docExpansion: 'list', deepLinking: true, tryItOutEnabled: false, displayRequestDuration: true },
  })
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger())
}
