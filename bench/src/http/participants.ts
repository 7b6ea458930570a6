import { createHash, randomUUID } from 'node:crypto'
import {
  type Context,
  decideParticipant,
  evolveParticipant,
  evolveStudy,
  initialParticipant,
  initialStudy,
  type ParticipantCommand,
  type ParticipantEvent,
  participantSummary,
  type StudyEvent,
} from '@trialwright/conduct'
import { type Appender, loadMany } from '@trialwright/records'
import { canonicalText, type OpenStudy, type Ports } from '@trialwright/server'
import { eligible } from './study.ts'

/**
 * Set-up only: participants who have consented, been screened and confirmed, each through the same decisions as by HTTP,
 * appended through the records' door. What is measured comes after and goes through HTTP.
 */
export async function addParticipants(ports: Ports, study: OpenStudy, codes: readonly string[]): Promise<void> {
  const streams = await loadMany(ports.pools.blinded, study.id, ['study', 'randomisation'])
  const studyState = [...streams.values()]
    .flatMap(({ events }) => events)
    .toSorted((a, b) => a.position - b.position)
    .reduce((state, event) => evolveStudy(state, event as unknown as StudyEvent), initialStudy)
  const today = ports.clock.today(study.compiled.sites[0]?.timeZone ?? 'UTC')
  const context = (site: string): Context => ({
    now: ports.clock.now(),
    today,
    actor: { account: 'set-up', printedName: 'Set-up', role: 'investigator', site },
    language: 'en',
    site,
    ranges: studyState.ranges,
    studyState,
    passwordChecked: true,
    identityChecked: true,
  })
  await Promise.all(codes.map((code) => addOne(ports.append.blinded, study, code, context(siteOf(study, code)), today)))
}

/** Codes begin with the site's first three letters. */
export const siteOf = (study: OpenStudy, code: string): string =>
  study.compiled.sites.find(({ id }) => code.startsWith(id.slice(0, 3).toUpperCase()))?.id ?? ''

async function addOne(
  appender: Appender,
  study: OpenStudy,
  code: string,
  context: Context,
  day: string,
): Promise<void> {
  const { site } = context
  const commands: readonly ParticipantCommand[] = [
    { type: 'registerParticipant', site, code },
    { type: 'recordConsent', version: 'v1', day },
    { type: 'recordVisit', encounter: 'screening', day },
    ...Object.entries(eligible).map(
      ([form, entries]): ParticipantCommand => ({
        type: 'recordForm',
        encounter: 'screening',
        form,
        day,
        entries,
        expectedVersion: 0,
        ...(form === 'blood' ? { laboratory: 'Lab' } : {}),
      }),
    ),
    { type: 'confirmEligibility' },
  ]
  let state = initialParticipant
  const events: ParticipantEvent[] = []
  for (const command of commands) {
    const decision = decideParticipant(study.study, state, command, context)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusals.map(({ reason }) => reason.en).join(' ')}`)
    state = decision.events.reduce(evolveParticipant, state)
    events.push(...decision.events)
  }
  const answer = await appender.append({
    studyId: study.id,
    streamId: `participant/${code}`,
    expectedVersion: 0,
    key: randomUUID(),
    bodyHash: createHash('sha256').update(code).digest('hex'),
    actor: 'set-up',
    role: 'investigator',
    site,
    definitionHash: study.hash,
    response: '{}',
    events: events.map((event) => ({ type: event.type, text: canonicalText(event) })),
    readModels: [{ kind: 'participant', key: code, site, document: participantSummary(study.study, state, context) }],
  })
  if (answer.result !== 'appended') throw new Error(`${code}: ${answer.result}`)
}
