import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
} from 'openid-client'
import { createOnce } from './once.ts'

/** An OpenID Connect provider the installation trusts to tell who somebody is. It makes no accounts and gives no roles. */
export interface ProviderSettings {
  /** In addresses, `oslo`. */
  readonly id: string
  /** On the sign-in page, `Oslo universitetssykehus`. */
  readonly title: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

interface Begun {
  readonly provider: string
  readonly verifier: string
  readonly nonce: string
  readonly state: string
  readonly callback: string
}

export interface Known {
  readonly issuer: string
  readonly subject: string
}

/** Sign-in through providers: authorization code with PKCE, state and nonce, each kept for one return within five minutes. */
export function createProviders(
  settings: readonly ProviderSettings[],
  random: (count: number) => Uint8Array,
  allowHttp = false,
) {
  const found = new Map<string, Promise<Configuration>>()
  const begun = createOnce<Begun>()
  const secret = () => Buffer.from(random(32)).toString('base64url')

  const configurationOf = ({ id, issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> => {
    const options = { timeout: 10, ...(allowHttp && { execute: [allowInsecureRequests] }) }
    const held = found.get(id) ?? discovery(new URL(issuer), clientId, clientSecret, undefined, options)
    found.set(id, held)
    // A provider that did not answer is asked again the next time.
    held.catch(() => found.delete(id))
    return held
  }

  return {
    list: settings.map(({ id, title }) => ({ id, title })),
    issuers: settings.map(({ issuer, title }) => ({ issuer, title })),
    /** Where the browser goes, and the name of what was begun, for its cookie. Undefined for a provider there is not. */
    async begin(
      provider: string,
      origin: string,
    ): Promise<{ readonly address: string; readonly name: string } | undefined> {
      const setting = settings.find(({ id }) => id === provider)
      if (!setting) return undefined
      const configuration = await configurationOf(setting)
      const callback = `${origin}/api/sign-in/providers/${provider}/return`
      const [name, verifier, nonce, state] = [secret(), secret(), secret(), secret()]
      begun.keep(name, { provider, verifier, nonce, state, callback })
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: callback,
        scope: 'openid',
        response_type: 'code',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        nonce,
        state,
      })
      return { address: address.href, name }
    },
    /** Who came back; undefined when nothing was begun here, or any check failed. */
    async end(provider: string, name: string, search: string): Promise<Known | undefined> {
      const one = begun.take(name)
      const setting = settings.find(({ id }) => id === provider)
      if (!one || !setting || one.provider !== provider) return undefined
      const tokens = await authorizationCodeGrant(await configurationOf(setting), new URL(`${one.callback}${search}`), {
        pkceCodeVerifier: one.verifier,
        expectedNonce: one.nonce,
        expectedState: one.state,
        idTokenExpected: true,
      }).catch(() => undefined)
      const claims = tokens?.claims()
      return claims && { issuer: claims.iss, subject: claims.sub }
    },
  }
}

export type Providers = ReturnType<typeof createProviders>
