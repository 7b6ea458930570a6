import { type Conductor, type Course, send } from '../course.ts'

/** What was recorded wrongly is set right; somebody says no. */
export async function corrections(conductor: Conductor, one: Course): Promise<void> {
  const { clock, someone } = conductor
  await one.does('coordinator', 'correct-consent-day', { version: 'v1', day: '2026-01-02', reason: 'read again' })
  const start = { encounter: 'day0', moment: 'start', time: '00:01', reason: 'read again' }
  await one.does('nurse', 'correct-infusion-time', start)
  const who = someone('coordinator', 'north')
  const answer = await send(conductor, 201, 'registration of one who says no', who, {
    path: '/participants',
    body: { site: 'north' },
  })
  const { code } = answer.body as { readonly code: string }
  conductor.codes.push(code)
  const body = { day: clock.today(), reason: 'lives far away' }
  await send(conductor, 201, 'says no', who, { path: `/participants/${code}/record-declined`, body }, code)
}
