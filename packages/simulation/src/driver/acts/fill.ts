import type { RawEntry, Refusal } from '@trialwright/protocol'
import { typed } from '../../people/typed.ts'
import type { Course } from '../course.ts'
import type { Sent } from '../hands.ts'
import type { ParticipantPage, Scheduled } from '../page.ts'
import { ask, momentOf, note, readPage, type World } from '../world.ts'

const fillers = { site: 'nurse', participant: 'nurse', reader: 'mriReader', investigator: 'investigator' } as const

export interface Filling {
  readonly encounter: string
  readonly form: string
  /** Version on the page; 0 for a form nobody has filled in. */
  readonly version: number
  /** Where it is told, when it is written in a log. */
  readonly told?: string
  /** Why values already there are changed. */
  readonly reason?: string
}

/** Values typed wrong in a form that was saved, to be corrected later. */
type Slips = Course['mistakes']

/** Several forms, each by the person whose task it is, at once; slips are kept in the order of the forms. */
export async function fillForms(world: World, course: Course, fillings: readonly Filling[]): Promise<void> {
  const slips: Slips[] = []
  await world.together(
    fillings.map((filling, index) => async () => void (slips[index] = await fillForm(world, course, filling))),
  )
  course.mistakes = [...course.mistakes, ...slips.flat()]
}

/** Answers one form as the person whose task it is. Unusual values are confirmed, and items that do not apply left out. */
async function fillForm(
  world: World,
  course: Course,
  { encounter, form: id, version, told, reason }: Filling,
): Promise<Slips> {
  const form = world.forms.get(id)
  if (!form) throw new Error(`the server asks for a form the study has not: ${id}`)
  const person = world.person(course)
  const moment = momentOf(world, course, told ?? encounter)
  const right = person.fill(form, moment)
  const mistakes = version === 0 && told === undefined ? person.mistakes(form, moment, right) : []
  let entries = typed(form.items, {
    ...right,
    ...Object.fromEntries(mistakes.map(({ item, typed: wrong }) => [item, wrong])),
  })
  if (told !== undefined) entries = rowsOf(told, entries)
  // Nobody saves a log there is nothing new to write in; one not begun says that there was nothing.
  const isNothing = version > 0 ? Object.values(entries).every(({ rows }) => rows?.length === 0) : isEmpty(entries)
  if (told !== undefined && isNothing) return []
  let confirmed: readonly string[] = []
  let sent: Sent<unknown> | undefined
  for (let attempt = 0; attempt < 3; attempt += 1) {
    sent = await ask(world, course, fillers[form.filledBy], 'record-form', {
      encounter,
      form: id,
      day: world.today,
      expectedVersion: version,
      entries,
      ...(form.laboratory && { laboratory: person.laboratory }),
      ...(reason !== undefined && {
        reasons: Object.fromEntries(['day', ...Object.keys(entries)].map((item) => [item, reason])),
      }),
      ...(confirmed.length > 0 && { confirmed }),
    })
    if (sent.ok || !sent.refusals.every(({ code }) => mendable.has(code))) break
    confirmed = [...confirmed, ...fieldsOf(sent.refusals, 'unusualNotConfirmed')]
    const without = new Set(fieldsOf(sent.refusals, 'itemNotApplicable'))
    entries = Object.fromEntries(Object.entries(entries).filter(([item]) => !without.has(item)))
  }
  if (sent?.ok)
    return mistakes.map(({ item, right: meant }) => ({ encounter, form: id, day: world.today, item, right: meant }))
  if (sent && !sent.refusals.some(({ code }) => code === 'nothingToRecord'))
    note(world, course, `record-form ${id} at ${encounter}`, sent)
  return []
}

const isEmpty = (entries: object): boolean => Object.keys(entries).length === 0

const mendable = new Set(['unusualNotConfirmed', 'itemNotApplicable'])

/** Items by the first name of a refusal's field, `entries.weight` or `weight`. */
const fieldsOf = (refusals: readonly Refusal[], code: string): readonly string[] =>
  refusals.flatMap((each) => (each.code === code && each.field ? [each.field.replace(/^entries\./, '')] : []))

export interface FillingAll {
  readonly only?: readonly string[]
  readonly without?: readonly string[]
  /** Read a moment ago; nothing that decides which forms concern the participant came since. */
  readonly page?: ParticipantPage
}

/**
 * Fills in every form the encounter has for this participant, but those kept for later. A form may come to apply through
 * the answers of another, so the page is read again after those that decide, until none is left.
 */
export async function fillAll(
  world: World,
  course: Course,
  encounter: string,
  { only, without = [], page: known }: FillingAll = {},
): Promise<void> {
  for (let page = known; ; page = undefined) {
    page ??= await readPage<ParticipantPage>(world, course)
    const left = (scheduledAt(page, encounter)?.forms ?? []).filter(
      ({ form, version }) => version === 0 && !without.includes(form) && (only === undefined || only.includes(form)),
    )
    const again = tried(course, encounter, left)
    const isOpen = ({ form }: { readonly form: string }) =>
      !world.decidedBy.get(form)?.some((by) => by !== form && left.some((each) => each.form === by))
    // Forms that a form still to be filled in decides on wait for it.
    const now = again ? [] : left.filter(isOpen)
    const isDeciding = now.some(({ form }) => world.deciding.has(form))
    const told = page
    await world.together([
      () =>
        fillForms(
          world,
          course,
          now.map(({ form }) => ({ encounter, form, version: 0 })),
        ),
      ...(isDeciding ? [] : [() => writeLogs(world, course, told, encounter, only)]),
    ])
    if (!isDeciding) return
  }
}

/** What was told at this encounter goes into the logs: lists not begun yet, and once an encounter what the model tells anew. */
async function writeLogs(
  world: World,
  course: Course,
  page: ParticipantPage,
  told: string,
  only: readonly string[] | undefined,
) {
  const isNew = only === undefined && !course.told?.includes(told)
  const isWanted = ({ form, version }: { readonly form: string; readonly version: number }) =>
    (only === undefined || only.includes(form)) && (version === 0 || (isNew && world.model.retold?.includes(form)))
  await fillForms(
    world,
    course,
    page.logs.flatMap(({ id, forms }) =>
      forms.filter(isWanted).map(({ form, version }) => ({ encounter: id, form, version, told })),
    ),
  )
  if (isNew) course.told = [...(course.told ?? []), told]
}

/** Rows told at one encounter have ids of their own. */
const rowsOf = (told: string, entries: Readonly<Record<string, RawEntry>>): Readonly<Record<string, RawEntry>> =>
  Object.fromEntries(
    Object.entries(entries).map(([item, raw]) => [
      item,
      raw.rows ? { ...raw, rows: raw.rows.map((row) => ({ ...row, id: `${told}-${row.id}` })) } : raw,
    ]),
  )

const seen = new WeakMap<Course, string>()

/** A form that was refused stays on the page; it is not tried for ever. */
function tried(course: Course, encounter: string, left: readonly { readonly form: string }[]): boolean {
  const now = `${encounter} ${left.map(({ form }) => form).join()}`
  const again = seen.get(course) === now
  seen.set(course, now)
  return again
}

export const scheduledAt = ({ schedule, logs }: ParticipantPage, encounter: string): Scheduled | undefined =>
  [...schedule, ...logs].find(({ id }) => id === encounter)
