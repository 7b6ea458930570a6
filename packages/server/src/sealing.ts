import { commitmentOf, decideStudy, generateList, type ListSpecification } from '@trialwright/conduct'
import { sealList } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { studyContext } from './perform-study.ts'
import { record } from './record.ts'
import { alreadySealed } from './refusals.ts'
import { refuse } from './reply.ts'
import type { Reply, StudyCall } from './routes/route.ts'

/**
 * Draws the randomisation list by the definition from the server's CSPRNG and seals it: the open log tells its commitment,
 * the sealed log everything needed to draw it again. There is nothing to repeat safely: a second try finds it sealed.
 */
export async function drawAndSeal(call: StudyCall): Promise<Reply> {
  const { study, ports, actor, studyState } = call
  const { method, ratio, blocks, slotsPerStratum } = study.compiled.randomisation
  const strata = study.compiled.sites.map(({ id }) => id)
  const specification: ListSpecification = { method, ratio, blocks, strata, slotsPerStratum }
  const list = generateList(specification, ports.random)
  const commitment = commitmentOf(list)
  const lengths = list.lists.map(({ stratum, arms }) => ({ stratum, slots: arms.length }))
  const command = { type: 'sealRandomisationList', commitment, strata: lengths } as const
  const decision = decideStudy(study.study, studyState, command, studyContext(call))
  if (!decision.ok) {
    const lookUp = { streamId: 'study', expectedVersion: -1, response: '', events: [] }
    return (await record(call, lookUp, decision.refusals, ports.append.unblinded)) as Reply
  }
  const answer = await sealList(ports.pools.unblinded, {
    studyId: study.id,
    strata: list.lists.map(({ stratum, arms }) => ({ stratum, arms })),
    commitment,
    method: method === 'simple' ? 'simple randomisation' : 'permuted blocks of random sizes',
    specification: canonicalText(list),
    actor: actor.account,
    role: actor.role,
    at: ports.clock.now(),
  })
  return answer === 'sealed' ? { status: 201, body: { ok: true, version: 0 } } : refuse(422, alreadySealed)
}
