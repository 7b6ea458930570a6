import type { Context } from '../context.ts'
import { digestOf } from '../digest.ts'
import type { Refusals } from '../participant/asking.ts'
import { at, refuse } from '../refusals/refuse.ts'

/** What a person says by signing. Permanent words: they are stored with every signature. */
export type Meaning =
  | 'confirmsEligibility'
  | 'reviewedVisit'
  | 'reviewedCasebook'
  | 'approvesCorrection'
  | 'reportsMonitoringVisit'
  | 'delegatesDuties'
  | 'acceptsDelegation'
  | 'endsDelegation'

/** 21 CFR 11.50 and ICH E6(R3): printed name, date and time by the server's clock, meaning. */
export interface Signature<M extends Meaning = Meaning> {
  readonly account: string
  readonly printedName: string
  readonly at: string
  readonly meaning: M
}

/** A signature tied to exactly what was signed (11.70): it holds for no other record, meaning, time or person. */
export interface BoundSignature<M extends Meaning = Meaning> extends Signature<M> {
  /** SHA-256, hex, of the signed record. */
  readonly record: string
  /** SHA-256, hex, of the record's hash with everything above. */
  readonly seal: string
}

export type Signing = Pick<Context, 'now' | 'actor' | 'passwordChecked' | 'identityChecked'>

/**
 * What stands in the way of anybody's signature, whatever is signed: the person's identity was checked and recorded (11.100),
 * and the person has just given the components of the signature again (11.200).
 */
export function signatureRefusals({ passwordChecked, identityChecked }: Signing): Refusals {
  if (identityChecked !== true) return [refuse('identityNotChecked')]
  return passwordChecked === true ? [] : [at('password', refuse('passwordNotChecked'))]
}

export const signatureOf = <M extends Meaning>({ now, actor }: Signing, meaning: M): Signature<M> => ({
  account: actor.account,
  printedName: actor.printedName,
  at: now,
  meaning,
})

export function bind<M extends Meaning>(signature: Signature<M>, record: string): BoundSignature<M> {
  return { ...signature, record, seal: sealOf(signature, record) }
}

const sealOf = ({ account, printedName, at: when, meaning }: Signature, record: string): string =>
  digestOf({ account, printedName, at: when, meaning, record })

/** Whether the signature stands for the record as it is there now. */
export const stands = (signature: BoundSignature, record: string): boolean =>
  signature.record === record && signature.seal === sealOf(signature, signature.record)
