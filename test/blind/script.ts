import { type Acts, type Conductor, type Course, randomised, screened } from './course.ts'
import { corrections } from './acts/corrections.ts'
import { firstParticipant, openStudy, randomisedTwice, rescreened } from './acts/inclusion.ts'
import { furtherActs, lastActs } from './acts/further.ts'
import { firstInfusion, graveReaction, held, laterInfusion } from './acts/treatment.ts'
import { someLearn } from './acts/unblinding.ts'

/**
 * The scripted trial. Seven are randomised at two sites, until both lists are exhausted, and come to every end a participant
 * can come to; the pharmacy keeps stock and prepares, the wards infuse, one code is broken, and every wrong turn is tried.
 */
export async function conductTrial(conductor: Conductor, acts: Acts): Promise<void> {
  await openStudy(conductor)
  if (acts === 'beginning') return beginning(conductor)
  const { clock } = conductor
  const one = await firstParticipant(conductor)
  const two = await randomised(conductor, 'north')
  const three = await rescreened(conductor)
  const four = await randomised(conductor, 'south')
  const five = await randomised(conductor, 'south')
  const six = await randomised(conductor, 'north')
  const seven = await randomised(conductor, 'north')
  await (await screened(conductor, 'south')).refused('coordinator', 'randomise', 'listExhausted')
  await (await screened(conductor, 'north')).refused('investigator', 'randomise', 'listExhausted')
  await conductor.survey('when both lists are exhausted')

  await firstInfusion(conductor, one, four)
  await conductor.survey('when one bag is empty and another waits')

  await graveReaction(conductor, two)
  await four.start('day0')
  await four.end('day0')
  await held(three)
  await six.does('coordinator', 'withdraw-consent', { day: clock.today(), scope: 'treatment', reason: 'moves away' })
  await five.does('investigator', 'stop-treatment', { reason: 'own wish' })
  const abroad = { encounter: 'day28', reason: 'abroad' }
  await seven.refused('coordinator', 'record-missed-visit', 'encounterNotYetOpen', abroad)
  const cast = { one, two, three, four, five, six, seven }
  for (const act of furtherActs) await act(conductor, cast)
  await someLearn(conductor, cast)
  await laterInfusion(conductor, one, three, four)
  await corrections(conductor, one)
  for (const act of lastActs) await act(conductor, cast)
}

/** Four are randomised, two of them infused: enough where many replays are wanted. */
async function beginning(conductor: Conductor): Promise<void> {
  const one: Course = await screened(conductor, 'north')
  await randomisedTwice(conductor, one)
  const two = await randomised(conductor, 'north')
  for (const course of [one, two]) await course.refused('coordinator', 'randomise', 'alreadyRandomised')
  await randomised(conductor, 'north')
  await randomised(conductor, 'north')
  for (const course of [one, two]) {
    await course.receive('day0')
    await course.start('day0')
    await course.end('day0')
  }
}
