import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A real OpenID Connect server on the loopback address; its own page asks who one is and takes any name. */
export interface IdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Lets the product at this address send people here. */
  serve(address: string): void
  close(): Promise<void>
}

export async function openProvider(): Promise<IdentityProvider> {
  let answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  const server = createServer((request, response) => answer?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = ['trialwright', 'a secret of the test alone']
  return {
    issuer,
    clientId,
    clientSecret,
    serve(address) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [`${address}/api/sign-in/providers/hospital/return`],
            response_types: ['code'],
            grant_types: ['authorization_code'],
          },
        ],
        cookies: { keys: ['of the test'] },
      })
      const handle = provider.callback()
      answer = (request, response) => void handle(request, response)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
