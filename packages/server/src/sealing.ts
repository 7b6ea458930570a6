import { createHash } from 'node:crypto'
import {
  commitmentOf,
  decideStudy,
  expectedOf,
  generateList,
  generateNumbers,
  guessedOf,
  type ImportedList,
  importedList,
  listMethod,
  listSignOffRefusals,
  listSpecification,
  minimisationOf,
  type RandomisationList,
  readListFile,
  refuse as inConduct,
  type SealedNumbers,
  seeded,
  signOffRefusals,
  wholeTrial,
} from '@trialwright/conduct'
import type { Refusal } from '@trialwright/protocol'
import { type SealedList, sealList } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { studyContext } from './perform-study.ts'
import { record } from './record.ts'
import { keyReused } from './refusals.ts'
import { refuse } from './reply.ts'
import type { Reply, StudyCall } from './routes/route.ts'

const sealed = { ok: true, version: 0 }

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

/**
 * Draws the randomisation list by the definition, or the numbers of a minimisation, from a seed of the server's CSPRNG, and
 * seals it. A scheme that can be guessed needs a sign-off.
 */
export async function drawAndSeal(call: StudyCall<unknown, unknown, { readonly signOff?: string }>): Promise<Reply> {
  const { signOff } = call.body
  const { study } = call.study
  const seed = call.ports.random(32)
  const draw = seeded(seed, sha256)
  const minimisation = minimisationOf(study)
  const list =
    minimisation === undefined ? generateList(listSpecification(study), draw) : generateNumbers(minimisation, draw)
  return seal(call, {
    list,
    method: 'numbers' in list ? 'minimisation' : listMethod(list.specification.method).title.en,
    seed: Buffer.from(seed).toString('hex'),
    signOff,
    beforehand: () => signOffRefusals(study, signOff),
  })
}

export interface ListFile {
  /** Base64. */
  readonly file: string
  /** Hexadecimal. */
  readonly key: string
}

export const bytesOf = ({ file, key }: ListFile) => ({
  bytes: new Uint8Array(Buffer.from(file, 'base64')),
  key: new Uint8Array(Buffer.from(key, 'hex')),
})

/** Seals a list made elsewhere, or says everything for which the file is refused. */
export async function importAndSeal(
  call: StudyCall<unknown, unknown, ListFile & { readonly signOff?: string }>,
): Promise<Reply> {
  const { signOff } = call.body
  const { study } = call.study
  const { bytes, key } = bytesOf(call.body)
  if (minimisationOf(study) !== undefined) return refuseUnlessRepeated(call, [inConduct('listForMinimisation')])
  const expected = expectedOf(study, key)
  const read = readListFile(bytes, expected)
  if (!read.ok) return refuseUnlessRepeated(call, read.refusals.slice(0, 10))
  const { ratio } = study.compiled.randomisation
  return seal(call, {
    list: importedList(read.value, { ...expected, ratio }, bytes, call.ports.random),
    method: 'made elsewhere',
    signOff,
    beforehand: () => listSignOffRefusals(guessedOf(read.value, ratio), signOff),
  })
}

interface Sealing {
  readonly list: RandomisationList | ImportedList | SealedNumbers
  /** In words that may be public. */
  readonly method: string
  /** What the list can be drawn from again; none where it was made elsewhere. */
  readonly seed?: string
  readonly signOff: string | undefined
  /** What stands in the way beside the study's own state. */
  readonly beforehand: () => readonly Refusal[]
}

/**
 * The open log tells the SHA-256 of the list's canonical JSON, the sealed log the list and its seed. A sign-off is kept in
 * the sealed log: in the open one it would tell something of the blocks.
 */
async function seal(call: StudyCall, { list, method, seed, signOff, beforehand }: Sealing): Promise<Reply> {
  const { study, ports, actor, studyState } = call
  const commitment = commitmentOf(list)
  const places = placesOf(list)
  const strata = places.strata.map((part) => ({
    stratum: part.stratum,
    slots: ('numbers' in part ? part.numbers : part.arms).length,
  }))
  const command = { type: 'sealRandomisationList', commitment, strata } as const
  const decision = decideStudy(study.study, studyState, command, studyContext(call))
  const refusals = decision.ok ? beforehand() : decision.refusals
  if (refusals.length > 0) return refuseUnlessRepeated(call, refusals)
  const answer = await sealList(
    ports.pools.unblinded,
    {
      studyId: study.id,
      ...places,
      commitment,
      method,
      specification: canonicalText({
        list,
        ...(seed !== undefined && { seed }),
        ...(signOff !== undefined && { signOff }),
      }),
      actor: actor.account,
      role: actor.role,
      at: ports.clock.now(),
    },
    { key: call.key, bodyHash: call.bodyHash, response: JSON.stringify(sealed) },
  )
  switch (answer) {
    case 'sealed':
      return { status: 201, body: sealed }
    case 'replayed':
      return { status: 200, body: sealed }
    case 'keyReused':
      return refuse(409, keyReused)
    case 'alreadySealed':
      return refuse(422, inConduct('listAlreadySealed'))
  }
}

/** What the database keeps of it, to give out one place after the other. */
const placesOf = (list: Sealing['list']): Pick<SealedList, 'strata' | 'minimisation'> =>
  'numbers' in list
    ? { strata: [{ stratum: wholeTrial, numbers: list.numbers }], minimisation: list.specification }
    : { strata: list.lists.map(({ stratum, arms }) => ({ stratum, arms })) }

/** What was sealed under this key is answered as the first time; anything else is refused. */
async function refuseUnlessRepeated(call: StudyCall, refusals: readonly Refusal[]): Promise<Reply> {
  const lookUp = { streamId: 'study', expectedVersion: -1, response: '', events: [] }
  return (await record(call, lookUp, refusals, call.ports.append.unblinded)) as Reply
}
