import { createHash } from 'node:crypto'
import {
  decideStudy,
  generateList,
  listMethod,
  listSpecification,
  refuse as inConduct,
  seeded,
  signOffRefusals,
} from '@trialwright/conduct'
import { sealList } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { studyContext } from './perform-study.ts'
import { record } from './record.ts'
import { keyReused } from './refusals.ts'
import { refuse } from './reply.ts'
import type { Reply, StudyCall } from './routes/route.ts'

const sealed = { ok: true, version: 0 }

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

/** Bytes for trying the scheme out, the same every time. */
const trialBytes = () => seeded(Buffer.from('operating characteristics'), sha256)

/**
 * Draws the randomisation list by the definition, from a seed of the server's CSPRNG, and seals it: the open log tells the
 * SHA-256 of its canonical JSON, the sealed log the list and the seed it can be drawn from again. A scheme that can be
 * guessed needs a sign-off, which is kept in the sealed log: in the open one it would tell something of the blocks.
 */
export async function drawAndSeal(call: StudyCall<unknown, unknown, { readonly signOff?: string }>): Promise<Reply> {
  const { signOff } = call.body
  const { study, ports, actor, studyState } = call
  const seed = ports.random(32)
  const list = generateList(listSpecification(study.study), seeded(seed, sha256))
  const commitment = sha256(canonicalText(list)).toString('hex')
  const strata = list.lists.map(({ stratum, arms }) => ({ stratum, slots: arms.length }))
  const command = { type: 'sealRandomisationList', commitment, strata } as const
  const decision = decideStudy(study.study, studyState, command, studyContext(call))
  const refusals = decision.ok ? signOffRefusals(study.study, signOff, trialBytes()) : decision.refusals
  if (refusals.length > 0) {
    const lookUp = { streamId: 'study', expectedVersion: -1, response: '', events: [] }
    return (await record(call, lookUp, refusals, ports.append.unblinded)) as Reply
  }
  const answer = await sealList(
    ports.pools.unblinded,
    {
      studyId: study.id,
      strata: list.lists.map(({ stratum, arms }) => ({ stratum, arms })),
      commitment,
      method: listMethod(list.specification.method).title.en,
      specification: canonicalText({
        list,
        seed: Buffer.from(seed).toString('hex'),
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
