import type { VirtualReaction } from '@trialwright/protocol/simulation'
import { nearestWorkingDay } from '../../people/workingDays.ts'
import type { Course } from '../course.ts'
import type { PharmacyPage, ParticipantPage } from '../page.ts'
import { ask, labelOf, momentOf, must, note, pharmacist, readPage, type World } from '../world.ts'
import { breakCode } from './breakCode.ts'
import { fillAll } from './fill.ts'
import { later } from './screen.ts'
import { deliver } from './restock.ts'

/** A person is sent home at most this often before the infusion is given up. */
const patience = 2

/** `given` with the visit's other forms; `over` without an infusion. */
export type Outcome = 'given' | 'over' | 'comesBack'

/** Asks for the infusion and gives it. What the rules forbid is held or stopped, as the investigator would. */
export async function giveOrHold(world: World, course: Course, encounter: string): Promise<Outcome> {
  const asked = await ask(world, course, 'nurse', 'request-preparation', { encounter })
  course.given[encounter] = 'notGiven'
  if (!asked.ok) world.turns.get(course)?.vials?.pass()
  else {
    await prepare(world, course, encounter)
    const reaction = world.person(course).reaction(momentOf(world, course, encounter))
    return (await infuse(world, course, encounter, reaction)) ? 'given' : 'over'
  }
  const codes = asked.refusals.map(({ code }) => code)
  if (codes.includes('stopRuleApplies')) {
    await must(world, course, 'investigator', 'stop-treatment', { reason: reasonOf(asked.refusals) })
    return 'over'
  }
  const waits = ['holdRuleApplies', 'holdRuleUndecided', 'continuingCriterionFails', 'tooSoon'].some((code) =>
    codes.includes(code),
  )
  if (!waits && !codes.includes('treatmentHeld')) {
    note(world, course, `request-preparation ${encounter}`, asked)
    return 'over'
  }
  return wait(world, course, encounter, reasonOf(asked.refusals))
}

async function wait(world: World, course: Course, encounter: string, reason: string): Promise<Outcome> {
  const page = await readPage<ParticipantPage>(world, course)
  if (!page.treatment.held) await must(world, course, 'investigator', 'hold-treatment', { reason })
  const times = (course.returns[encounter] ?? 0) + 1
  course.returns[encounter] = times
  if (times > patience) {
    if (course.infusions === 0) await must(world, course, 'investigator', 'stop-treatment', { reason })
    return 'over'
  }
  course.held = encounter
  const { draws } = world.person(course)
  course.next = nearestWorkingDay(later(world.today, draws.of('recovers', encounter, times).whole(3, 6)))
  return 'comesBack'
}

const reasonOf = (refusals: readonly { readonly reason: { readonly nb: string } }[]): string =>
  refusals.map(({ reason }) => reason.nb).join(' ')

/** Two pharmacists; the simulator learns here what the body will be given. */
async function prepare(world: World, course: Course, encounter: string): Promise<void> {
  const { hands } = world
  const { code = '', site } = course
  const path = `/pharmacy/${code}`
  const turn = world.turns.get(course)?.vials
  await turn?.come
  const asked = await hands.read<PharmacyPage>(pharmacist(course), `${path}/${encounter}`)
  course.arm = world.bodyOf?.(asked.arm.id) ?? asked.arm.id
  // One key whatever is opened, so that the label drawn under it says nothing of the arm. A refusal uses no key up.
  const record = () =>
    hands.send(
      pharmacist(course),
      `${path}/record-preparation`,
      { encounter, batch: `BATCH-${world.today.slice(0, 4)}`, vialsOpened: asked.vials },
      labelOf(world, code, 'prepare', { encounter }),
    )
  let prepared = await record()
  if (!prepared.ok && prepared.refusals.some(({ code: why }) => why === 'stockTooSmall')) {
    await deliver(world, site, asked.vials, `courier ${code} ${encounter}`)
    prepared = await record()
  }
  turn?.pass()
  note(world, course, `record-preparation ${encounter}`, prepared)
  const second = hands.accounts('unblindedPharmacist', site)[1]
  const check = { encounter }
  note(
    world,
    course,
    `check-preparation ${encounter}`,
    await hands.send(
      { ...pharmacist(course), ...(second === undefined ? {} : { account: second }) },
      `${path}/check-preparation`,
      check,
      labelOf(world, code, 'check', check),
    ),
  )
  const over = { encounter, to: 'Nora Eksempel' }
  note(
    world,
    course,
    `hand-over ${encounter}`,
    await hands.send(pharmacist(course), `${path}/hand-over`, over, labelOf(world, code, 'hand over', over)),
  )
}

const usual = { temperature: '36,8', pulse: '68', systolic: '122', diastolic: '78', saturation: '98' }

async function infuse(
  world: World,
  course: Course,
  encounter: string,
  reaction: VirtualReaction | undefined,
): Promise<boolean> {
  const { bagVolume, stopGrade } = world.compiled.infusion
  const nurse = (name: string, body: object) => must(world, course, 'nurse', name, { encounter, ...body })
  const page = await readPage<ParticipantPage>(world, course)
  const label = page.treatment.infusions.find((each) => each.encounter === encounter)?.label ?? ''
  const grave = reaction !== undefined && reaction.grade >= stopGrade
  const before = { infusions: course.infusions, firstInfusion: course.firstInfusion }
  course.infusions += 1
  course.firstInfusion ??= world.today
  course.given[encounter] = grave ? 'partly' : 'full'
  let began = false
  // People write on, whether or not what was written last is stored yet.
  await world.together([
    async () => void (began = await nurse('start-infusion', { label, time: '09:30' })),
    ...duringInfusion(bagVolume, reaction, grave).map(
      ([name, body]) =>
        () =>
          nurse(name, body),
    ),
    () => fillAll(world, course, encounter, { page }),
  ])
  if (!began) {
    course.infusions = before.infusions
    course.given[encounter] = 'notGiven'
    if (before.firstInfusion === undefined) delete course.firstInfusion
  } else if (grave) await breakCode(world, course, encounter)
  return began
}

/** What the nurse records after the start, in order. */
const duringInfusion = (
  bagVolume: number,
  reaction: VirtualReaction | undefined,
  grave: boolean,
): readonly (readonly [string, object])[] => [
  ['record-observation', { time: '10:00', vitals: usual }],
  ...(reaction
    ? ([
        ['interrupt-infusion', { time: '10:20', reason: reaction.signs }],
        ['record-reaction', { time: '10:22', grade: reaction.grade, signs: reaction.signs, action: reaction.action }],
      ] as const)
    : []),
  ...(reaction && !grave ? ([['resume-infusion', { time: '10:40', reason: 'Ingen plager lenger' }]] as const) : []),
  ...(grave ? [] : ([['record-observation', { time: '11:00', vitals: { ...usual, pulse: '70' } }]] as const)),
  [
    'end-infusion',
    {
      time: grave ? '10:45' : '11:50',
      volumeGiven: String(grave ? Math.round(bagVolume * 0.4) : bagVolume),
      ...(grave && { reason: 'Reaksjon på infusjonen' }),
    },
  ],
]

/** The pharmacy's books at the end of the day: the bags that were begun leave the stock. */
export async function bookGiven(world: World, site: string): Promise<void> {
  const given = {}
  const sent = await world.hands.send(
    pharmacist({ site }),
    `/stock/${site}/book-given`,
    given,
    labelOf(world, site, 'book given', given),
  )
  note(world, { code: site }, 'book-given', sent)
}
