import { allRoles, isBlinded } from '@trialwright/conduct'
import type { Conductor } from '../course.ts'
import { password } from '../installation.ts'
import { tokenIn } from '../person.ts'

/** Somebody signs in, the demo’s clock is moved, and at last everybody signs out. */
export async function leave(conductor: Conductor): Promise<void> {
  const site = 'south'
  const nurse = { ...conductor.someone('nurse', site), token: '' }
  const signIn = (typed: string) => ({
    method: 'POST' as const,
    path: '/api/sign-in',
    body: { name: nurse.name, password: typed },
  })
  await conductor.step('sign in with a wrong password', nurse, signIn('no'))
  const { bytes } = await conductor.step('sign in', nurse, signIn(password))
  const signedIn = { ...nurse, token: tokenIn(bytes) }
  await conductor.step('move the clock', signedIn, { method: 'POST', path: '/api/demo/clock', body: { days: 1 } })
  for (const role of allRoles.filter(isBlinded))
    await conductor.step(`${role} signs out`, conductor.someone(role, site), { method: 'POST', path: '/api/sign-out' })
}
