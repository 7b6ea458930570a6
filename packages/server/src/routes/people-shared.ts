import { permissions } from '@trialwright/conduct'
import { StudyParams } from '../schemas/params.ts'
import type { Reply } from './route.ts'

/* What the routes of people and of their roles have in common. */

export const people = { process: 'people', door: 'none', params: StudyParams } as const
export const path = (name: string) => `/api/studies/:study/people${name}`
export const roles = (command: keyof typeof permissions) =>
  ({ kind: 'roles', roles: permissions[command], site: 'any' }) as const
export const changed: Reply = { status: 201, body: { ok: true } }
