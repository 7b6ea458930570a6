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

/** Forms a monitor compares with the source in one day's work on a participant, and the rest of the visit begun. */
const comparedADay = 15

/**
 * Nothing more is to come of a participant: slips are corrected, questions settled, deviations judged, values verified, all
 * signed. True when that is done; what the monitor does not get through today is left for the next day.
 */
export async function closeOut(world: World, course: Course): Promise<boolean> {
  const { site, code, toCompare } = course
  if (code === undefined) return true
  if (toCompare === undefined) {
    if (course.mistakes.length > 0) await correct(world, course, await readPage<ParticipantPage>(world, course))
    await settleQueries(world, site, code)
    await judgeDeviations(world, course, code)
  }
  const left = await verifyAsPlanned(world, course, comparedADay)
  // What cannot be verified is not looked at for ever.
  if (left > 0 && left !== toCompare) {
    course.toCompare = left
    return false
  }
  await signAll(world, course)
  return true
}

async function judgeDeviations(world: World, course: Course, code: string): Promise<void> {
  const { rows } = await world.hands.read<Deviations>(
    { role: 'monitor', site: course.site },
    `/participants/${code}/deviations`,
  )
  const waiting = rows.filter(({ classified, gone }) => !classified && !gone)
  await world.together(
    waiting.map(({ key, rule }) => () => {
      const important = grave.has(rule)
      return must(world, course, 'monitor', 'classify-deviation', {
        key,
        important,
        effect: important ? 'perProtocol' : 'none',
        note: important
          ? 'Gjennomgått med utprøver: kan ha betydning for resultatet'
          : 'Gjennomgått: uten betydning for resultatet',
      })
    }),
  )
}
