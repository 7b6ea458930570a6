import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/* A passkey in software, as WebAuthn (level 2) describes one: ES256, no attestation, its owner always verified. */

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
const coded = (bytes: Buffer): string => bytes.toString('base64url')

/** CBOR of the few kinds that are needed: whole numbers, bytes, text, maps. */
function cbor(value: number | string | Buffer | ReadonlyMap<number | string, unknown>): Buffer {
  const head = (major: number, size: number) => {
    if (size < 24) return Buffer.from([(major << 5) | size])
    return Buffer.from(size < 256 ? [(major << 5) | 24, size] : [(major << 5) | 25, size >> 8, size & 255])
  }
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const pairs = [...(value as ReadonlyMap<number, number>)].flatMap(([name, inner]) => [cbor(name), cbor(inner)])
  return Buffer.concat([head(5, pairs.length / 2), ...pairs])
}

export interface Passkey {
  readonly id: string
  /** Answers a server that wants to keep it. */
  register(challenge: string, origin: string): object
  /** Answers a server that asks who one is; `counter` is taken as it is. */
  answer(challenge: string, origin: string, counter: number): object
}

export function newPasskey(site: string): Passkey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credential = randomBytes(32)
  const id = coded(credential)
  const client = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const data = (flags: number, counter: number, rest = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(site), Buffer.from([flags]), count, rest])
  }
  const whole = (response: object) => ({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  return {
    id,
    register(challenge, origin) {
      const key = new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.length]), credential, cbor(key)])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data(0x45, 0, attested)],
      ])
      const clientDataJSON = coded(client('webauthn.create', challenge, origin))
      return whole({ clientDataJSON, attestationObject: coded(cbor(attestation)), transports: ['internal'] })
    },
    answer(challenge, origin, counter) {
      const [clientData, authenticatorData] = [client('webauthn.get', challenge, origin), data(0x05, counter)]
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), privateKey)
      return whole({
        clientDataJSON: coded(clientData),
        authenticatorData: coded(authenticatorData),
        signature: coded(signature),
      })
    },
  }
}
