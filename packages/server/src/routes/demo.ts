import { addDuration } from '@trialwright/protocol'
import { day, daysAhead } from '../clock.ts'
import { demoOnly, demoTrialLives, outcomeUnknown } from '../refusals.ts'
import type { Ports } from '../ports.ts'
import { ok, refuse, refuseFor } from '../reply.ts'
import { ClockBody, LiveBody } from '../schemas/commands.ts'
import { NoParams } from '../schemas/params.ts'
import { ClockPage, DemoAccountsPage, DemoTrialPage } from '../schemas/study.ts'
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
  accountRoute({
    id: 'demoTrial',
    method: 'GET',
    path: '/api/demo/trial',
    title: 'How far the virtual participants have lived, in counts; demo mode only',
    process: 'demo',
    access: { kind: 'signedIn' },
    door: 'none',
    params: NoParams,
    response: DemoTrialPage,
    handle: ({ ports }) => (ports.mode === 'demo' ? ok(trialPage(ports)) : refuse(404, demoOnly)),
  }),
  accountRoute({
    id: 'liveDemoTrial',
    method: 'POST',
    path: '/api/demo/trial',
    title: 'Let the virtual participants live on for some days, the clock with them; demo mode only',
    process: 'demo',
    access: { kind: 'signedIn' },
    door: 'none',
    params: NoParams,
    body: LiveBody,
    response: DemoTrialPage,
    handle({ ports, body }) {
      if (ports.mode !== 'demo' || !ports.demoTrial) return refuse(404, demoOnly)
      const zone = [...ports.studies.values()][0]?.compiled.sites[0]?.timeZone ?? 'UTC'
      const until = addDuration(ports.clock.today(zone), { value: body.days, unit: 'd' })
      return ports.demoTrial.liveTo(until) ? ok(trialPage(ports)) : refuse(409, demoTrialLives)
    },
  }),
]

const trialPage = ({ demoTrial }: Ports) => demoTrial?.now() ?? { state: 'none' as const, registered: 0, randomised: 0 }
