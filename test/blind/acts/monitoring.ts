import { send } from '../course.ts'
import { password } from '../installation.ts'
import type { Act } from './further.ts'

/** A monitor visits the north, reports and signs; what was asked for is done. */
export const visitSite: Act = async (conductor) => {
  const monitor = conductor.someone('monitor')
  const day = conductor.clock.today()
  const action = { text: 'send the copy', responsible: 'coordinator', due: day }
  const seen = { people: 'the coordinator', reviewed: 'consents', auditReview: 'nothing odd' }
  const visit = { site: 'north', day, kind: 'routine', ...seen, findings: [{ text: 'a copy is missing', action }] }
  await send(conductor, 201, 'a monitoring visit', monitor, { path: '/monitoring', body: visit })
  conductor.note('visit', 'north-1')
  const { body } = await conductor.read(monitor, `/api/studies/${conductor.study}/monitoring/north-1`)
  const { record } = body as { readonly record: string }
  const signed = { path: '/monitoring/sign', body: { visit: 'north-1', seen: record, password } }
  await send(conductor, 201, 'its report signed', monitor, signed)
  const closed = { path: '/monitoring/close-action', body: { visit: 'north-1', finding: 1, note: 'sent' } }
  await send(conductor, 201, 'its action closed', monitor, closed)
}
