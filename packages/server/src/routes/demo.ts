import { day, daysAhead } from '../clock.ts'
import { demoOnly, outcomeUnknown } from '../refusals.ts'
import { ok, refuse, refuseFor } from '../reply.ts'
import { ClockBody } from '../schemas/commands.ts'
import { NoParams } from '../schemas/params.ts'
import { ClockPage, DemoAccountsPage } from '../schemas/study.ts'
import { moveClock } from '../study-clock.ts'
import { accountRoute, openRoute } from './route.ts'

export const demoRoutes = [
  openRoute({
    id: 'demoAccounts',
    method: 'GET',
    path: '/api/demo/accounts',
    title: 'Accounts to try the product with; demo mode only',
    process: 'demo',
    access: { kind: 'public' },
    door: 'none',
    params: NoParams,
    response: DemoAccountsPage,
    handle: ({ ports }) => (ports.mode === 'demo' && ports.demo ? ok(ports.demo) : refuse(404, demoOnly)),
  }),
  accountRoute({
    id: 'moveDemoClock',
    method: 'POST',
    path: '/api/demo/clock',
    title: 'Move the study clock forward; demo mode only',
    process: 'demo',
    access: { kind: 'signedIn' },
    door: 'none',
    params: NoParams,
    body: ClockBody,
    response: ClockPage,
    async handle({ ports, body, session }) {
      if (ports.mode !== 'demo') return refuse(404, demoOnly)
      const by = body.days * day + (body.minutes ?? 0) * 60_000
      const moved = await moveClock(ports, ports.clock.ahead() + by, session.accountId)
      if (moved === 'unknown') return refuseFor(503, 1, outcomeUnknown)
      return ok({ ok: true, now: ports.clock.now(), ahead: daysAhead(ports.clock) })
    },
  }),
]
