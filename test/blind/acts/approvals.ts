import { inventedApprovals } from '@trialwright/conduct'
import { send } from '../course.ts'
import { protocol } from '../study.ts'
import type { Act } from './further.ts'

/** An approval turns out to be recorded wrongly: its site includes nobody until it stands again. */
export const withdrawApproval: Act = async (conductor) => {
  const administrator = conductor.someone('administrator')
  const [given] = inventedApprovals(protocol, 'south', conductor.clock.today())
  const { site, approval, version } = given!
  const withdrawn = { path: '/withdraw-approval', body: { site, approval, version, reason: 'of another study' } }
  await send(conductor, 201, 'withdraw an approval', administrator, withdrawn)
  await send(conductor, 201, 'record it again', administrator, { path: '/record-approval', body: given! })
}
