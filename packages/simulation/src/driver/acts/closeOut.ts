import type { Course } from '../course.ts'
import type { ParticipantPage } from '../page.ts'
import { must, readPage, type World } from '../world.ts'
import { correct } from './correct.ts'
import { settleQueries } from './queries.ts'
import { signAll } from './sign.ts'
import { verifyAsPlanned } from './verify.ts'

interface Deviations {
  readonly rows: readonly {
    readonly key: string
    readonly rule: string
    readonly classified?: object
    readonly gone?: boolean
  }[]
}

/** Departures that leave a participant out of the analysis of those treated to the protocol. */
const grave: ReadonlySet<string> = new Set(['eligibility', 'requirement', 'infusionRule', 'ofStudy'])

/** Nothing more is to come of a participant: slips are corrected, questions settled, deviations judged, values verified, all signed. */
export async function closeOut(world: World, course: Course): Promise<void> {
  const { site, code } = course
  if (code === undefined) return
  if (course.mistakes.length > 0) await correct(world, course, await readPage<ParticipantPage>(world, course))
  await settleQueries(world, site)
  await judgeDeviations(world, course, code)
  await verifyAsPlanned(world, course)
  await signAll(world, course)
}

async function judgeDeviations(world: World, course: Course, code: string): Promise<void> {
  const { rows } = await world.hands.read<Deviations>(
    { role: 'monitor', site: course.site },
    `/participants/${code}/deviations`,
  )
  for (const { key, rule, classified, gone } of rows) {
    if (classified || gone) continue
    const important = grave.has(rule)
    await must(world, course, 'monitor', 'classify-deviation', {
      key,
      important,
      effect: important ? 'perProtocol' : 'none',
      note: important
        ? 'Gjennomgått med utprøver: kan ha betydning for resultatet'
        : 'Gjennomgått: uten betydning for resultatet',
    })
  }
}
