import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { seal, unseal } from '../vault/cipher.ts'
import { fromBase32, grouped, toBase32 } from './base32.ts'

/** Whose envelope it is. */
export interface EnvelopePlace {
  readonly study: string
  readonly site: string
  readonly participant: string
}

/** A site's envelopes, to be kept on a stick and on paper beside the emergency number. */
export interface EnvelopeFile {
  readonly format: 'trialwright-envelopes'
  readonly version: 1
  readonly study: string
  readonly site: string
  readonly secretId: string
  readonly madeAt: string
  /** All arms of the study: public. */
  readonly arms: readonly { readonly id: string; readonly en: string; readonly nb: string }[]
  readonly envelopes: readonly { readonly participant: string; readonly sealed: string }[]
}

/** What the opening command leaves behind, to be reconciled when the server is back. It does not tell the arm. */
export interface EnvelopeOpeningFile {
  readonly format: 'trialwright-envelope-opening'
  readonly version: 1
  readonly study: string
  readonly site: string
  readonly secretId: string
  readonly id: string
  readonly participant: string
  readonly by: string
  readonly at: string
  readonly reason: 'emergencyCare' | 'overdose' | 'exposureOfOthers' | 'other'
  readonly note: string
  /** Shows that whoever wrote this held the site's secret. */
  readonly proof: string
}

/** One key per participant and use; a key found by an opening opens no other envelope. */
const keyOf = (secret: Uint8Array, { study, site, participant }: EnvelopePlace, use: string): Buffer =>
  Buffer.from(
    hkdfSync('sha256', secret, JSON.stringify([study, site]), `trialwright envelope ${use} ${participant}`, 32),
  )

const contextOf = ({ study, site, participant }: EnvelopePlace): string => JSON.stringify([study, site, participant])

/** Longest name of an arm, in bytes; every envelope holds one more. */
const longest = 63

/** AES-256-GCM over a content of one length for every arm, as text that can be typed from paper. */
export function sealEnvelope(secret: Uint8Array, place: EnvelopePlace, arm: string): string {
  const name = Buffer.from(arm, 'utf8')
  if (name.length > longest) throw new Error(`the name of the arm has more than ${longest} bytes`)
  const content = Buffer.alloc(longest + 1)
  content[0] = name.length
  name.copy(content, 1)
  return grouped(toBase32(seal(keyOf(secret, place, 'content'), content, contextOf(place))), ' ')
}

/** The arm; undefined when the secret, the participant or a character is another. */
export function openEnvelope(secret: Uint8Array, place: EnvelopePlace, sealed: string): string | undefined {
  const bytes = fromBase32(sealed)
  if (bytes === undefined || bytes.length < 28) return undefined
  try {
    const content = unseal(keyOf(secret, place, 'content'), bytes, contextOf(place))
    return content.subarray(1, 1 + (content[0] ?? 0)).toString('utf8')
  } catch {
    return undefined
  }
}

type Unproven = Omit<EnvelopeOpeningFile, 'proof'>

/** HMAC-SHA-256 over everything the record says, under the participant's own key. */
export const proofOf = (secret: Uint8Array, opening: Unproven): string =>
  createHmac('sha256', keyOf(secret, opening, 'opening'))
    .update(JSON.stringify([opening.secretId, opening.id, opening.by, opening.at, opening.reason, opening.note]))
    .digest('hex')

export const isProven = (secret: Uint8Array, opening: EnvelopeOpeningFile): boolean => {
  const [given, made] = [Buffer.from(opening.proof, 'hex'), Buffer.from(proofOf(secret, opening), 'hex')]
  return given.length === made.length && timingSafeEqual(given, made)
}
